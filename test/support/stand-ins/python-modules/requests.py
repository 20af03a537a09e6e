"""requests for machines without it: what the examples of ours use of it, and nothing else."""
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen


class _Response:
    def __init__(self, answer):
        self.status_code = answer.status
        self.text = answer.read().decode()


def _answer(request):
    try:
        return _Response(urlopen(request))
    except HTTPError as refusal:
        return _Response(refusal)


def get(url, *, params, headers):
    return _answer(Request(f"{url}?{urlencode(params)}", headers=headers))


def post(url, *, headers, data):
    return _answer(Request(url, headers=headers, data=data.encode(), method="POST"))
