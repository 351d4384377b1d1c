"""Animations and composites with MoviePy 2: clips.py FOLDER CASE; the inputs are the bench's own v360.mp4 and v720.mp4."""
import os
import random
import sys

import moviepy
import numpy
from moviepy import CompositeVideoClip, TextClip, VideoFileClip, clips_array, concatenate_videoclips, vfx
from skimage import exposure, filters

from peer import FOLDER, serve

FONT = os.environ.get("CYMATIC_BENCH_FONT", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")
WORDS = ("Equalized", "Adjusted", "Blurred", "Rescaled")


def path(name):
    return os.path.join(FOLDER, name)


def write(clip, preset="medium"):
    clip.write_videofile(path("moviepy.mp4"), fps=30, preset=preset, logger=None)
    clip.close()


def transcode(preset):
    write(VideoFileClip(path("v360.mp4")), preset)


def titled(clip, effect, word, **options):
    changed = clip.image_transform(lambda picture: numpy.clip(effect(picture, **options), 0, 1)).to_RGB()
    title = TextClip(font=FONT, text=word, font_size=15, color="white").with_position(("center", "top")).with_duration(clip.duration)
    return CompositeVideoClip([changed, title])


def grid():
    source = VideoFileClip(path("v360.mp4"), audio=False).subclipped(0, 5)
    grey = source.with_effects([vfx.BlackAndWhite()]).to_mask()
    cells = [
        titled(grey, exposure.equalize_hist, WORDS[0]),
        titled(grey, exposure.adjust_log, WORDS[1]),
        titled(grey, filters.gaussian, WORDS[2], sigma=4),
        titled(grey, exposure.rescale_intensity, WORDS[3], out_range=(0, 1)),
    ]
    write(clips_array([cells[:2], cells[2:]]))


def mask():
    below = VideoFileClip(path("v360.mp4"), audio=False).subclipped(0, 10)
    above = VideoFileClip(path("v360.mp4"), audio=False).subclipped(20, 30)
    above = above.with_effects([vfx.MaskColor([255, 255, 255], 60, 5), vfx.Resize(height=int(0.85 * below.h))])
    write(CompositeVideoClip([below, above.with_opacity(0.4).with_position("center")]))


def titles():
    source, parts = VideoFileClip(path("v360.mp4"), audio=False), []
    for i, word in enumerate(WORDS):
        parts.append(TextClip(font=FONT, text=word, font_size=25, bg_color="white", size=tuple(source.size)).with_duration(1))
        parts.append(source.subclipped(10 * i, 10 * i + 5))
    write(concatenate_videoclips(parts))


def subclips():
    source, numbers = VideoFileClip(path("v360.mp4"), audio=False), random.Random(5)
    starts = [numbers.randrange(1790) / 30 for _ in range(20)]
    write(concatenate_videoclips([source.subclipped(start, start + 1 / 30) for start in starts]))


def frames():
    source, numbers = VideoFileClip(path("v360.mp4"), audio=False), random.Random(5)
    for _ in range(20):
        source.get_frame(numbers.uniform(0, 59.5))
    source.close()


case = sys.argv[2]
jobs = {"grid": grid, "mask": mask, "titles": titles, "subclips": subclips, "frames": frames}
serve(moviepy.__version__, jobs.get(case) or (lambda: transcode(case)))
