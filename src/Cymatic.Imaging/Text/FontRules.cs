namespace Cymatic.Imaging;

/// <summary>
/// What every configuration of fonts knows beside its files: sizes of bitmap fonts, and what the general names stand for.
/// </summary>
/// <remarks>
/// Colour emoji are pictures of one size (136 pixels in Noto's). Fontconfig's machine-wide rules scale them by a matrix; a
/// configuration that is isolated from the machine needs the rule itself.
/// </remarks>
internal static class FontRules
{
    internal const string Xml = """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <match target="font">
            <test name="outline" compare="eq"><bool>false</bool></test>
            <edit name="pixelsizefixupfactor" mode="assign">
              <divide><name target="pattern">pixelsize</name><name target="font">pixelsize</name></divide>
            </edit>
          </match>
          <match target="font">
            <test name="outline" compare="eq"><bool>false</bool></test>
            <test name="scalable" compare="eq"><bool>true</bool></test>
            <edit name="matrix" mode="assign">
              <times>
                <name>matrix</name>
                <matrix>
                  <name>pixelsizefixupfactor</name><double>0</double>
                  <double>0</double><name>pixelsizefixupfactor</name>
                </matrix>
              </times>
            </edit>
            <edit name="size" mode="assign">
              <divide><name>size</name><name>pixelsizefixupfactor</name></divide>
            </edit>
          </match>
          <alias binding="same">
            <family>emoji</family>
            <prefer><family>Noto Color Emoji</family><family>Apple Color Emoji</family><family>Segoe UI Emoji</family></prefer>
          </alias>
          <alias binding="same">
            <family>sans</family>
            <prefer><family>Noto Sans</family><family>DejaVu Sans</family></prefer>
          </alias>
          <alias binding="same">
            <family>sans-serif</family>
            <prefer><family>Noto Sans</family><family>DejaVu Sans</family></prefer>
          </alias>
          <alias binding="same">
            <family>serif</family>
            <prefer><family>Noto Serif</family><family>DejaVu Serif</family><family>Liberation Serif</family></prefer>
          </alias>
          <alias binding="same">
            <family>monospace</family>
            <prefer><family>DejaVu Sans Mono</family><family>Noto Sans Mono</family><family>Liberation Mono</family></prefer>
          </alias>
        </fontconfig>
        """;
}
