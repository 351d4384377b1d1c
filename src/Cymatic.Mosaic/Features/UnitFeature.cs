namespace Cymatic.Mosaic;

/// <summary>What a unit's sound is like, by one number or a few; none but the specgram depends on how loud the recording is.</summary>
public enum UnitFeature
{
    /// <summary>40 mel bands in decibels, within 40 dB of the loudest, less their mean.</summary>
    Mel,

    /// <summary>The 12 cosine coefficients of these bands after their sum: timbre.</summary>
    Mfcc,

    /// <summary>How much of each of the twelve pitch classes there is, the strongest being 1.</summary>
    Chroma,

    /// <summary>The level in decibels, against the mean level of the source.</summary>
    Loudness,

    /// <summary>The mean frequency of the magnitudes, in octaves.</summary>
    Centroid,

    /// <summary>The geometric by the arithmetic mean of the powers, in decibels: tone or noise.</summary>
    Flatness,

    /// <summary>The fundamental frequency by YIN from 65 to 2093 Hz, in octaves; where there is none it is any.</summary>
    F0,

    /// <summary>By how much the mel bands have risen since the unit before: the mean of the rises, in decibels.</summary>
    Onset,

    /// <summary>
    /// The spectrogram that the script "Concatenative Synthesis Experiments" compares, of frames only: pylab's specgram of 16 kHz,
    /// NFFT 512, overlap 440, Hann, mean detrend. Loud units find loud ones.
    /// </summary>
    Specgram,
}
