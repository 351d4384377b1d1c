// Water in a round dish that a song shakes, seen from above: each standing wave is driven by a band of the spectrum, and golden sand
// gathers where the water rests. The waveform runs around the dish.
//
// iChannel0 is the song, folds the symmetry of the waves, loudness the song's level from 0 to 1. All else is given to every shader.
uniform float folds, loudness;

const int Waves = 7;
const float Pi = 3.14159265;

// The sound at a frequency, 0 to 1.
float heard(float hz)
{
    return smoothstep(0.35, 0.95, texture(iChannel0, vec2(4.0 * hz / iSampleRate, 0.25)).x);
}

// Height of the water, and its slope: a sum of waves cos(n angle) cos(k radius), to which Bessel's functions tend outwards.
vec3 water(vec2 p)
{
    float r = length(p) + 1e-4, angle = folds * (atan(p.y, p.x) + 0.06 * iTime);
    vec2 once = vec2(cos(angle), sin(angle)), twice = vec2(once.x * once.x - once.y * once.y, 2.0 * once.x * once.y);
    vec3 sum = vec3(0.0);
    float hz = 60.0, k = 8.0;
    for (int i = 0; i < Waves; i++)
    {
        int kind = i % 3;
        float n = folds * float(kind);
        vec2 turn = kind == 0 ? vec2(1.0, 0.0) : kind == 1 ? once : twice;
        float drive = heard(hz) * cos(iTime * (1.1 + 0.37 * float(i)) + float(i));
        float calm = smoothstep(0.2 * n, n + 0.01, k * r) * inversesqrt(1.0 + 0.2 * k * r);
        float place = k * r - 0.5 * Pi * n, wave = drive * calm * cos(place);
        sum += vec3(wave * turn.x, -drive * calm * k * sin(place) * turn.x, -wave * n * turn.y / r);
        hz *= 2.0;
        k += 6.0;
    }
    vec2 outwards = p / r;
    return vec3(sum.x, outwards * sum.y + vec2(-outwards.y, outwards.x) * sum.z);
}

void mainImage(out vec4 fragColor, in vec2 fragCoord)
{
    vec2 p = (2.0 * fragCoord - iResolution.xy) / iResolution.y * 1.16;
    float r = length(p), pixel = 2.32 / iResolution.y;
    vec3 color = vec3(0.016, 0.02, 0.04) * (1.4 - 0.6 * r);
    if (r < 1.0)
    {
        vec3 w = water(p);
        vec3 normal = normalize(vec3(-0.06 * w.yz, 1.0));
        // Violet depths, turquoise heights.
        vec3 dish = mix(vec3(0.1, 0.02, 0.2), vec3(0.005, 0.03, 0.1), smoothstep(-1.6, -0.3, w.x));
        dish = mix(dish, vec3(0.0, 0.36, 0.46), smoothstep(-0.2, 0.5, w.x));
        dish = mix(dish, vec3(0.45, 0.95, 0.85), smoothstep(0.4, 1.9, w.x));
        // Two lamps, reflected.
        vec3 mirrored = reflect(vec3(0.0, 0.0, -1.0), normal);
        dish += vec3(0.5, 0.75, 1.0) * pow(max(dot(mirrored, normalize(vec3(-0.35, 0.5, 0.8))), 0.0), 26.0) * 0.9;
        dish += vec3(1.0, 0.3, 0.5) * pow(max(dot(mirrored, normalize(vec3(0.45, -0.45, 0.75))), 0.0), 20.0) * 0.8;
        // Sand: as far from the zero as the slope says, so that its lines are equally wide; none before the water moves.
        float slope = length(w.yz), rest = abs(w.x) / (slope + 0.8);
        dish += smoothstep(0.0, 1.5, slope) * vec3(1.0, 0.74, 0.3) * (0.8 * exp(-rest * rest * 9000.0) + 0.18 * exp(-rest * 40.0));
        color = mix(dish * (1.05 - 0.45 * r * r), color, smoothstep(1.0 - 2.0 * pixel, 1.0, r));
    }
    // The waveform, there and back so that its ends meet.
    float around = abs(atan(p.x, p.y)) / Pi;
    float swing = texture(iChannel0, vec2(around, 0.75)).x - 0.5;
    float ring = abs(r - 1.07 - 0.12 * swing);
    vec3 hue = mix(vec3(0.2, 0.8, 1.0), vec3(1.0, 0.4, 0.55), around);
    color += hue * (smoothstep(2.2 * pixel, 0.0, ring) + (0.25 + 2.5 * loudness) * 0.006 / (ring + 0.015) * smoothstep(1.0, 1.01, r));
    fragColor = vec4(pow(color, vec3(0.85)), 1.0);
}
