using System.Diagnostics;

namespace Cymatic.Plot.Tests;

public sealed class FontSettingTests
{
    // Every font becomes another, slanted and twice as large.
    private const string Hostile = """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>/usr/share/fonts</dir>
          <match target="pattern">
            <edit name="family" mode="assign" binding="strong"><string>DejaVu Sans Mono</string></edit>
            <edit name="size" mode="assign"><double>30</double></edit>
          </match>
          <match target="font">
            <edit name="matrix" mode="assign">
              <matrix><double>2</double><double>0.5</double><double>0</double><double>2</double></matrix>
            </edit>
            <edit name="embolden" mode="assign"><bool>true</bool></edit>
          </match>
        </fontconfig>
        """;

    /// <summary>Runs the approved pictures in a process whose user has set up fonts otherwise.</summary>
    [Fact]
    public void Fonts_that_a_user_sets_up_change_no_picture()
    {
        string folder = Directory.CreateTempSubdirectory("cymatic-fonts-").FullName;
        try
        {
            string settings = Path.Combine(folder, "fonts.conf");
            File.WriteAllText(settings, Hostile);
            string approved = $"{typeof(ApprovedFigureTests)}.{nameof(ApprovedFigureTests.Figures_look_as_approved)}";
            string[] arguments = [typeof(FontSettingTests).Assembly.Location, "-noColor", "-method", approved];
            ProcessStartInfo start = new("dotnet", arguments) { RedirectStandardOutput = true };
            start.Environment["FONTCONFIG_FILE"] = settings;
            start.Environment["XDG_CONFIG_HOME"] = folder;
            start.Environment.Remove("CYMATIC_APPROVE");
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("The tests did not start.");
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, output);
            Assert.DoesNotContain("Total: 0,", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
