namespace Cymatic.Workflows.Tests;

public sealed class RequestCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cymatic-checks-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_unknown_extension_lists_the_known_ones()
    {
        var refusal = Assert.Throws<RequestException>(() => RequestChecks.KnownExtensions(["a.png", "b.docx"], [".png", ".mid"]));
        Assert.Equal("'b.docx' cannot be written: '.docx' is not a known kind. Known are .png .mid.", refusal.Message);
    }

    [Fact]
    public void Extensions_may_be_upper_case() => RequestChecks.KnownExtensions(["A.PNG"], [".png"]);

    [Fact]
    public void An_output_that_is_the_input_is_refused() =>
        Assert.Throws<RequestException>(() => RequestChecks.Distinct([At("song.mid")], [At("other/../song.mid")]));

    [Fact]
    public void An_output_that_leads_to_the_input_by_a_link_is_refused()
    {
        File.WriteAllText(At("song.mid"), "");
        File.CreateSymbolicLink(At("link.mid"), At("song.mid"));
        Assert.Throws<RequestException>(() => RequestChecks.Distinct([At("song.mid")], [At("link.mid")]));
    }

    [Fact]
    public void An_output_in_a_linked_folder_is_refused_when_it_is_the_input()
    {
        Directory.CreateDirectory(At("real/inner"));
        Directory.CreateSymbolicLink(At("linked"), At("real"));
        Assert.Throws<RequestException>(() => RequestChecks.Distinct([At("real/inner/song.mid")], [At("linked/inner/song.mid")]));
    }

    [Fact]
    public void An_output_that_comes_twice_is_refused() =>
        Assert.Throws<RequestException>(() => RequestChecks.Distinct([], [At("a.mid"), null, At("a.mid")]));

    [Fact]
    public void A_folder_that_does_not_exist_is_known_before_the_work() =>
        Assert.ThrowsAny<IOException>(() => RequestChecks.Writable([At("nowhere/a.mid")]));

    [Fact]
    public void Asking_whether_a_file_can_be_written_leaves_nothing()
    {
        RequestChecks.Writable([At("a.mid")]);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void A_folder_is_no_song() => Assert.Throws<FileNotFoundException>(() => RequestChecks.Readable([_folder.FullName]));

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
