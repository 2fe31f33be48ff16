"""A mail server on this machine that keeps what it gets and misbehaves as it is told."""
import argparse
import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--certificate")
parser.add_argument("--user")
parser.add_argument("--password")
parser.add_argument("--without", action="append", help="a way to log in that is not offered")
parser.add_argument("--refuse", action="append", default=[], help="a recipient that is not known")
parser.add_argument("--most", type=int, default=1000, help="recipients of one message")
parser.add_argument("--refuse-message", action="store_true")
parser.add_argument("--silent", action="store_true", help="never answer to a message")
parser.add_argument("--break-off", action="store_true", help="hang up when a message is handed over")
parser.add_argument("--messages", type=int, default=1000, help="how many are taken before it hangs up")
parser.add_argument("--from-start", action="store_true", help="encrypt before the first word")
options = parser.parse_args()
count = 0


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address in options.refuse:
            return f"550 5.1.1 <{address}>: \x1b[31mno such user here"
        if len(envelope.rcpt_tos) >= options.most:
            return "452 4.5.3 Too many recipients"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        global count
        (options.folder / "handed-over").touch()
        if options.silent:
            await asyncio.sleep(3600)
        if options.break_off or count >= options.messages:
            server.transport.abort()
            return "421 Gone"
        if options.refuse_message:
            return "554 5.7.1 Not wanted here"
        count += 1
        content = envelope.original_content
        message = email.message_from_bytes(content, policy=email.policy.default)
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "user": session.auth_data.decode() if session.authenticated else None,
            "encrypted": session.ssl is not None,
            "headers": {name: str(value) for name, value in message.items()},
            "defects": [repr(d) for part in message.walk() for d in part.defects]
            + [repr(d) for value in message.values() for d in value.defects],
            "parts": [{"type": p.get_content_type(), "charset": p.get_content_charset(), "text": p.get_content()} for p in message.iter_parts()],
            "longest_line": max(len(line) for line in content.split(b"\r\n")),
            "bare_line_ends": content.replace(b"\r\n", b"").count(b"\n") + content.replace(b"\r\n", b"").count(b"\r"),
            "size": len(content),
        }
        (options.folder / f"{count}.eml").write_bytes(content)
        (options.folder / f"{count}.json").write_text(json.dumps(kept))
        return "250 Kept"


def authenticate(server, session, envelope, mechanism, data):
    fits = data.login.decode() == options.user and data.password.decode() == options.password
    return AuthResult(success=fits, handled=False, auth_data=data.login if fits else None)


context = None
if options.certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate)


def make():
    asks_for_tls = context is not None and not options.from_start
    return SMTP(
        Keeper(),
        hostname="mail.test",
        tls_context=context if asks_for_tls else None,
        require_starttls=asks_for_tls,
        authenticator=authenticate if options.user else None,
        auth_required=options.user is not None,
        auth_require_tls=asks_for_tls,
        auth_exclude_mechanism=options.without,
    )


async def main():
    server = await asyncio.get_running_loop().create_server(
        make, "127.0.0.1", 0, ssl=context if options.from_start else None, ssl_handshake_timeout=5 if options.from_start else None
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


asyncio.run(main())
