"""Writes the set of familiar English words of ForeignWords: python familiar.py TOKENIZER.json OUT

The words are those of at least four letters in the vocabulary of the cross-encoder (WordPiece, 30,522 entries). The file
is a set of bits, one for the FNV-1a hash of each word; the hash is that of NgramFeatures.
"""
import json
import pathlib
import sys

BITS = 19
FNV_START, FNV_PRIME = 0x811C9DC5, 0x01000193


def place(word):
    value = FNV_START
    for c in word:
        value = ((value ^ ord(c)) * FNV_PRIME) & 0xFFFFFFFF
    return (value ^ (value >> 15)) & ((1 << BITS) - 1)


def main():
    vocabulary = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))["model"]["vocab"]
    bits = bytearray(1 << (BITS - 3))
    for word in vocabulary:
        if len(word) >= 4 and word.isascii() and word.isalpha():
            bits[place(word) >> 3] |= 1 << (place(word) & 7)
    pathlib.Path(sys.argv[2]).write_bytes(bytes(bits))


if __name__ == "__main__":
    main()
