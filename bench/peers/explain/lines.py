"""Answers requests, one line of JSON each on standard input, with one line of JSON each on standard output."""

import json
import os
import sys
import time


def serve(answers):
    """Calls answers[request["do"]](request) until standard input ends; an error ends the process, told on stderr."""
    replies = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin:
        request = json.loads(line)
        replies.write(json.dumps(answers[request["do"]](request)) + "\n")
        replies.flush()


def told(values):
    """An array as JSON."""
    return {"shape": list(values.shape), "values": [float(value) for value in values.ravel()]}


def timed(work, request):
    """Milliseconds of each run that counts, after those that warm up."""
    for _ in range(request["warmUps"]):
        work()
    milliseconds = []
    for _ in range(request["runs"]):
        began = time.perf_counter()
        work()
        milliseconds.append((time.perf_counter() - began) * 1000)
    return {"milliseconds": milliseconds}
