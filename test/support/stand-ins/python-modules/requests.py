"""requests for machines without it: what the console's snippet uses of it, and nothing else."""
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen


class _Response:
    def __init__(self, answer):
        self.status_code = answer.status
        self.text = answer.read().decode()


def get(url, *, params, headers):
    try:
        return _Response(urlopen(Request(f"{url}?{urlencode(params)}", headers=headers)))
    except HTTPError as refusal:
        return _Response(refusal)
