#!/usr/bin/env bash
# Makes the pictures of the README from the demo song.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p docs/gallery
./cymatic grid examples/demo-song.flac -o docs/gallery/grid.png --title 'Demo song'
