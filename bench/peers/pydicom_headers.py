"""Reads the headers of all files of a folder, several times over: seconds of each run, as JSON."""

import json
import os
import sys
import time

import pydicom

folder, runs = sys.argv[1], int(sys.argv[2])
paths = sorted(entry.path for entry in os.scandir(folder))
seconds = []
for _ in range(runs):
    began = time.perf_counter()
    for path in paths:
        pydicom.dcmread(path, stop_before_pixels=True)
    seconds.append(time.perf_counter() - began)
print(json.dumps({"version": pydicom.__version__, "files": len(paths), "seconds": seconds}))
