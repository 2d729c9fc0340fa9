"""A FastAPI that answers with ready bytes, from memory or from Redis: python ready_peer.py PORT BODY [REDIS_PORT]."""

import sys

import redis.asyncio
import uvicorn
from fastapi import FastAPI, Response

KEY = "body"
HEADERS = {"Content-Encoding": "gzip", "Cache-Control": "no-cache"}

port, path = int(sys.argv[1]), sys.argv[2]
with open(path, "rb") as file:
    body = file.read()
store = redis.asyncio.Redis(port=int(sys.argv[3])) if len(sys.argv) > 3 else None
app = FastAPI()


@app.get("/api/v1/bias/summary")
async def summary() -> Response:
    found = body if store is None else await store.get(KEY)
    return Response(found, media_type="application/json", headers=HEADERS)


uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)
