"""Makes the golden numbers of Pillow and scikit-image beside it: /usr/bin/python3 make.py (Debian 12: python3-pil, python3-skimage)."""
import os
import numpy as np
import PIL
import PIL.Image
import skimage
import skimage.color
import skimage.exposure
import skimage.filters
import skimage.measure

here = os.path.dirname(os.path.abspath(__file__))
image = np.load(os.path.join(here, "image_rgb.npy"))


def put(folder, name, a):
    a = np.asarray(a)
    if a.dtype == np.float64:
        a = a.astype(np.float32)
    if a.dtype in (np.int64, np.uint32):
        a = a.astype(np.int32)
    np.save(os.path.join(here, folder, name + ".npy"), a, allow_pickle=False)


def pillow():
    folder = f"pillow-{PIL.__version__}"
    filters = dict(lanczos=PIL.Image.LANCZOS, bicubic=PIL.Image.BICUBIC, bilinear=PIL.Image.BILINEAR, box=PIL.Image.BOX)
    # A ramp and hard steps of alpha, and colours that alpha does not know of.
    alpha = np.clip(np.mgrid[:96, :128][1] * 3 - 40, 0, 255).astype(np.uint8)
    alpha[20:40, 30:70] = 255
    alpha[60:70, 90:] = 0
    rgba = np.dstack([image, alpha])
    # Premultiplied pixels, whose four channels Pillow scales alike.
    straight = PIL.Image.fromarray(rgba, "RGBA")
    whole = straight.convert("RGBa")
    put(folder, "premultiplied", np.frombuffer(whole.tobytes(), np.uint8).reshape(96, 128, 4))
    for name, f in filters.items():
        for size in ((64, 48), (100, 60), (37, 150), (300, 7)):
            if name == "box" and size != (64, 48):
                continue
            made = whole.resize(size, f)
            put(folder, f"{name}_{size[0]}x{size[1]}", np.frombuffer(made.tobytes(), np.uint8).reshape(size[1], size[0], 4))
        if name != "box":
            made = whole.resize((90, 70), f, box=(10.25, 5.5, 70.75, 61.125))
            put(folder, f"{name}_window", np.frombuffer(made.tobytes(), np.uint8).reshape(70, 90, 4))
    # Anticlockwise by 30 degrees about the middle; pixels whose neighbours lie outside are not comparable.
    put(folder, "rotate_bilinear", np.asarray(PIL.Image.fromarray(image).rotate(30, PIL.Image.BILINEAR)))


def scikit_image():
    folder = f"scikit-image-{skimage.__version__}"
    exposure, filters, measure = skimage.exposure, skimage.filters, skimage.measure
    exact = skimage.color.rgb2gray(image)
    put(folder, "grey", exact)
    grey = exact.astype(np.float32).astype(np.float64)
    levels = np.arange(256, dtype=np.uint8).reshape(16, 16)
    put(folder, "u8_adjust_log", exposure.adjust_log(levels))
    put(folder, "u8_adjust_gamma", exposure.adjust_gamma(levels, 1.8, 0.9))
    put(folder, "adjust_gamma", exposure.adjust_gamma(grey, 1.8, 0.9))
    put(folder, "adjust_log_inverse", exposure.adjust_log(grey, 0.7, inv=True))
    put(folder, "rescale_out", exposure.rescale_intensity(grey, in_range=(0.2, 0.7), out_range=(0.1, 0.9)))
    tiles = exposure.equalize_adapthist(grey, kernel_size=(17, 25), clip_limit=0.03, nbins=128)
    put(folder, "adapthist_tiles", tiles)
    put(folder, "adapthist_unlimited", exposure.equalize_adapthist(grey, kernel_size=(50, 40), clip_limit=0))
    put(folder, "sobel", filters.sobel(grey))
    put(folder, "gaussian_2.5", filters.gaussian(grey, 2.5))
    put(folder, "gaussian_rgb_2", np.round(255 * filters.gaussian(image, 2, channel_axis=-1)).astype(np.uint8))
    put(folder, "otsu", np.array([filters.threshold_otsu(grey), filters.threshold_otsu(image[..., 0])]))
    # Float input that holds only bytes over 255: what the histogram of an 8-bit picture gives.
    put(folder, "equalize_of_bytes", exposure.equalize_hist(image[..., 0] / 255.0))
    spots = grey > filters.threshold_otsu(grey)
    put(folder, "labels_4", measure.label(spots, connectivity=1))
    put(folder, "labels_8", measure.label(spots, connectivity=2))
    noise = np.random.default_rng(5).random((41, 67)) > 0.55
    put(folder, "noise", noise.astype(np.uint8))
    put(folder, "noise_labels_4", measure.label(noise, connectivity=1))
    put(folder, "noise_labels_8", measure.label(noise, connectivity=2))


if __name__ == "__main__":
    pillow()
    scikit_image()
