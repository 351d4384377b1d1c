"""Makes the golden numbers of Pillow and scikit-image beside it: /usr/bin/python3 make.py (Debian 12: python3-pil, python3-skimage)."""
import os
import numpy as np
import PIL
import PIL.Image
import skimage

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


if __name__ == "__main__":
    pillow()
