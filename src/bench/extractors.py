"""Extracts the main text of the labelled web pages with other extractors, for comparison with Ibid in ExtractionTest.

    python3 -m venv /tmp/extractors && /tmp/extractors/bin/pip install trafilatura readability-lxml
    /tmp/extractors/bin/python src/bench/extractors.py ../shared/data/extraction /tmp/extractors/found
    mvn -Dtest=ExtractionTest -Dextractors=/tmp/extractors/found test

Writes NAME.json for each: page id to {"articleBody": text}, as the set's own files have it.
"""
import gzip
import json
import sys
from pathlib import Path

import lxml.html
import readability
import trafilatura


def by_trafilatura(page: bytes) -> str:
    return trafilatura.extract(page, include_comments=False) or ""


def by_readability(page: bytes) -> str:
    text = page.decode("utf-8", errors="replace")
    return lxml.html.fromstring(readability.Document(text).summary()).text_content()


def main(pages: Path, found: Path) -> None:
    found.mkdir(parents=True, exist_ok=True)
    for name, extract in {"trafilatura": by_trafilatura, "readability": by_readability}.items():
        texts = {}
        for page in sorted((pages / "html").glob("*.html.gz")):
            texts[page.name.removesuffix(".html.gz")] = {"articleBody": extract(gzip.decompress(page.read_bytes()))}
        (found / f"{name}.json").write_text(json.dumps(texts), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
