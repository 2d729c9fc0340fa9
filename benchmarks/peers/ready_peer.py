"""A FastAPI that answers with ready bytes: python ready_peer.py PORT BODY [REDIS_PORT [keyed]].

From memory, from Redis, or from Redis for callers with an API key and within a limit, which are looked up and counted there:
key, count and body in one round trip.
"""

import hashlib
import sys
from typing import Annotated

import redis.asyncio
import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

BODY = "body"
HEADERS = {"Content-Encoding": "gzip", "Cache-Control": "no-cache"}
# A bucket of tokens, in microseconds, by the clock of Redis.
TAKE = """
local step, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full = math.max(now, tonumber(redis.call('GET', KEYS[1]) or now)) + step
if full - now > burst * step then return 0 end
redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000) + 1)
return 1
"""
MICROSECONDS_A_TOKEN, BURST = 6, 9_999_999

port, path = int(sys.argv[1]), sys.argv[2]
with open(path, "rb") as file:
    body = file.read()
store = redis.asyncio.Redis(port=int(sys.argv[3])) if len(sys.argv) > 3 else None
keyed = len(sys.argv) > 4
app = FastAPI()


async def admitted(sent: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> bytes:
    name = hashlib.sha256(sent.credentials.encode()).hexdigest()
    asked = store.pipeline(transaction=False)
    asked.get(f"key:{name}").eval(TAKE, 1, f"limit:{name}", MICROSECONDS_A_TOKEN, BURST).get(BODY)
    caller, within, found = await asked.execute()
    if caller is None:
        raise HTTPException(401)
    if not within:
        raise HTTPException(429)
    return found


async def anyone() -> bytes:
    return body if store is None else await store.get(BODY)


@app.get("/api/v1/bias/summary")
async def summary(found: Annotated[bytes, Depends(admitted if keyed else anyone)]) -> Response:
    return Response(found, media_type="application/json", headers=HEADERS)


uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)
