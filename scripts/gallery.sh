#!/usr/bin/env bash
# Makes the pictures of docs/gallery: the grid of the demo song, and what the examples write.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
gallery=$root/docs/gallery
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$gallery"
cd "$scratch"
"$root/cymatic" grid "$root/examples/demo-song.flac" -o "$gallery/grid.png" --title 'Demo song'
"$root/cymatic" segments "$root/examples/demo-song.flac" -o "$gallery/segments.png" --clusters 2..6 --title 'Demo song'
"$root/cymatic" grid "$root/examples/demo-song.flac" -o one-shots.json --sounds one-shots
"$root/cymatic" mosaic "$root/examples/demo-song.flac" --corpus one-shots/*.wav -o "$gallery/mosaic.png"
for example in zombie-outbreak two-animations bacteria-count image-effects elevation spectrogram colours two-moons marks moving-points audio-shader sinc-surface tube-line turning-surface; do
    dotnet run -c Release "$root/examples/$example.cs"
done
cp zombie-outbreak.gif one-over-the-other.gif side-by-side.gif two-moons.gif elevation.gif spectrogram.png strip.png diverging.png maps.png marks.png sinc-surface.gif tube-line.gif turning-surface.gif \
    "$gallery"
"$root/cymatic" frame bacteria-count.mp4 --number 28 -o "$gallery/bacteria-count.png"
"$root/cymatic" frame moving-points.mp4 --number 30 -o "$gallery/moving-points.png"
"$root/cymatic" frame audio-shader.mp4 --number 120 -o "$gallery/audio-shader.png"
"$root/cymatic" frame image-effects.gif --number 20 -o "$gallery/image-effects.png"
"$root/cymatic" sheet image-effects-titled.mp4 -o "$gallery/sheet.png"
