"""Makes analyser.json: what the AnalyserNode of Chromium hears of a rising tone that breaks off, at 60 analyses a second.

python3 make_analyser.py, beside a chromium on the path. The page is held open by a picture that never comes."""
import http.server
import re
import subprocess
import threading
import time

PAGE = """<pre id="out"></pre><img src="/hold.png">
<script>
const rate = 46080, step = rate / 60, steps = 60;   // 768 samples: whole render quanta of 128.
const context = new OfflineAudioContext(1, rate, rate), buffer = context.createBuffer(1, rate, rate), samples = buffer.getChannelData(0);
for (let n = 0; n < rate; n++) {
  const t = n / rate;
  samples[n] = n < 0.7 * rate ? 0.3 * Math.sin(2 * Math.PI * (300 * t + 4000 * t * t)) + 0.01 * Math.cos(2 * Math.PI * 9000 * t) : 0;
}
const source = context.createBufferSource(), analyser = context.createAnalyser();
source.buffer = buffer;
source.connect(analyser).connect(context.destination);
source.start();
const heard = {};
for (let k = 1; k < steps; k++)
  context.suspend(k * step / rate).then(() => {
    const spectrum = new Uint8Array(512), wave = new Uint8Array(512);
    analyser.getByteFrequencyData(spectrum);
    analyser.getByteTimeDomainData(wave);
    if (k === 2 || k === 30 || k === 50) heard[k] = { spectrum: [...spectrum], waveform: [...wave] };
    context.resume();
  });
context.startRendering().then(() => document.getElementById('out').textContent = JSON.stringify(heard));
</script>"""


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/hold.png":
            time.sleep(12)
            self.send_response(404)
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
threading.Thread(target=server.serve_forever, daemon=True).start()
page = subprocess.run(
    ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", f"http://127.0.0.1:{server.server_port}/"],
    capture_output=True, text=True, timeout=100, check=True).stdout
with open("analyser.json", "w") as file:
    file.write(re.search(r'\{"2".*\}\}', page).group(0))
