namespace Cymatic.Imaging.Tests;

public sealed class MissingPartsTests
{
    [Fact]
    public void A_missing_font_names_the_folders_and_the_command()
    {
        string empty = Directory.CreateTempSubdirectory("fonts").FullName;
        try
        {
            string message = Assert.Throws<DrawingUnavailableException>(() => FontFiles.FindCommon([empty, "/no/such/folder"])).Message;
            Assert.Contains(empty, message, StringComparison.Ordinal);
            if (OperatingSystem.IsLinux())
                Assert.Contains("sudo apt-get install -y fonts-dejavu-core fonts-noto-core", message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(empty);
        }
    }

    [Fact]
    public void A_missing_library_is_named_with_the_command()
    {
        string message = Assert.Throws<DrawingUnavailableException>(() => NativeLibraries.Load(NativeLibraries.PangoFt2, _ => 0)).Message;
        Assert.Contains("pangoft2-1.0", message, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
            Assert.Contains("sudo apt-get install -y libcairo2 libpango-1.0-0", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_beside_the_program_takes_the_place_of_an_installed_one()
    {
        string own = Path.Combine(AppContext.BaseDirectory, "fonts", "DejaVuSans.ttf");
        Assert.Equal(own, Assert.Single(FontFiles.FindCommon(FontFiles.Folders), file => Path.GetFileName(file) == "DejaVuSans.ttf"));
    }

    [Fact]
    public void Fonts_with_the_same_name_in_two_folders_are_read_once()
    {
        string folder = Directory.CreateTempSubdirectory("fonts").FullName;
        try
        {
            foreach (string name in (string[])["b/One.ttf", "a/One.ttf", "a/Two.otf", "a/readme.txt"])
            {
                string path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, name);
            }

            string[] found = FontFiles.FindAll([folder]);
            Assert.Equal([Path.Combine(folder, "a", "One.ttf"), Path.Combine(folder, "a", "Two.otf")], found);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
