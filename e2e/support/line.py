"""A slow line that loses packets, between a browser and the service: `line.py PORT TARGET SEED`.

Whoever connects to PORT of this machine reaches TARGET of this machine, by way of real IP packets and the kernel's own
TCP on both sides: from one TUN device to another, which lies in a network namespace of its own. This program carries the
packets between the two, late, one after the other, and not all of them. It needs root and /dev/net/tun.

Each line of its input is an object of what the line is like from now on: `delay` (seconds there, and as much back), `rate`
(bytes in a second) and `loss` (of all packets, as a fraction). Its answer is a line of what has become of the packets so
far. The devices go when this program does, and this program goes when its input ends.
"""
import asyncio
import contextlib
import ctypes
import fcntl
import json
import os
import random
import socket
import struct
import subprocess
import sys

CLONE_NEWNET = 0x40000000
TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
# What a line holds back before it drops what comes: a second's worth, as routers do.
QUEUE_SECONDS = 1.0
LIBC = ctypes.CDLL(None, use_errno=True)


def must(result):
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def open_device(own, peer):
    """A TUN device of the current namespace, with an address of its own and the way to the other."""
    device = os.open('/dev/net/tun', os.O_RDWR | os.O_NONBLOCK)
    request = fcntl.ioctl(device, TUNSETIFF, struct.pack('16sH14x', b'clikc%d', IFF_TUN | IFF_NO_PI))
    name = request[:16].rstrip(b'\0').decode()
    for words in (
        # Nobody else's packets, such as IPv6's search for a router.
        ['link', 'set', name, 'addrgenmode', 'none'],
        ['address', 'add', own, 'peer', peer, 'dev', name],
        ['link', 'set', name, 'up'],
    ):
        subprocess.run(['ip', *words], check=True)
    return device


class Way:
    """One direction of the line."""

    def __init__(self, source, target, seed):
        self.source, self.target = source, target
        self.random = random.Random(seed)
        self.delay, self.rate, self.loss = 0.0, None, 0.0
        self.free_at = 0.0
        self.counts = {'carried': 0, 'lost': 0, 'dropped': 0}

    def arrived(self):
        try:
            while True:
                self.take(os.read(self.source, 65536))
        except BlockingIOError:
            pass

    def take(self, packet):
        loop = asyncio.get_running_loop()
        now = loop.time()
        begin = max(now, self.free_at)
        # Drawn on a bad line only, so that a seed loses the same packets of it, counted from its first.
        if self.loss and self.random.random() < self.loss:
            self.counts['lost'] += 1
        elif begin - now > QUEUE_SECONDS:
            self.counts['dropped'] += 1
        else:
            self.counts['carried'] += 1
            self.free_at = begin + (len(packet) / self.rate if self.rate else 0)
            loop.call_at(self.free_at + self.delay, self.give, packet)

    def give(self, packet):
        try:
            os.write(self.target, packet)
        except BlockingIOError:
            self.counts['dropped'] += 1


async def carry(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
        writer.write_eof()
    except OSError:
        # Whoever hangs up on one side hangs up on the other.
        writer.transport.abort()


def forwarder(host, port):
    """Joins whoever connects with this address."""

    async def join(reader, writer):
        try:
            onward_reader, onward = await asyncio.open_connection(host, port)
        except OSError:
            writer.transport.abort()
            return
        await asyncio.gather(carry(reader, onward), carry(onward_reader, writer))
        writer.close()
        onward.close()

    return join


async def serve(near, far, ways, port, target, address):
    loop = asyncio.get_running_loop()
    for way in ways:
        loop.add_reader(way.source, way.arrived)
    await asyncio.start_server(forwarder('127.0.0.1', target), sock=far)
    await asyncio.start_server(forwarder(address, port), sock=near)
    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    print('ready', flush=True)
    while line := await commands.readline():
        wanted = json.loads(line)
        for way in ways:
            way.delay, way.rate, way.loss = wanted['delay'], wanted['rate'], wanted['loss']
        print(json.dumps([way.counts for way in ways]), flush=True)


def listen(address, port):
    return socket.create_server((address, port), backlog=64)


def main():
    port, target, seed = (int(word) for word in sys.argv[1:])
    # A line is no slower because the machine is busy.
    with contextlib.suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    # Of the network that RFC 2544 keeps for measuring; several lines may run on one machine.
    third, fourth = divmod(os.getpid() % 16384, 64)
    here, there = (f'198.18.{third}.{4 * fourth + n}' for n in (1, 2))
    near = listen('127.0.0.1', port)
    outside = os.open('/proc/self/ns/net', os.O_RDONLY)
    outer = open_device(here, there)
    must(LIBC.unshare(CLONE_NEWNET))
    inner = open_device(there, here)
    far = listen(there, port)
    must(LIBC.setns(outside, CLONE_NEWNET))
    ways = [Way(outer, inner, seed), Way(inner, outer, seed + 1)]
    asyncio.run(serve(near, far, ways, port, target, there))


try:
    main()
except (OSError, subprocess.CalledProcessError) as error:
    sys.exit(str(error))
