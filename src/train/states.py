"""The token states of an embedding model."""
import numpy
import onnxruntime
from tokenizers import Tokenizer


class TokenStates:
    """Runs the model on one core, as it is: it is never trained here."""

    def __init__(self, model, words):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session, self.words = onnxruntime.InferenceSession(str(model), options), Tokenizer.from_file(str(words))
        self.words.no_padding()
        self.words.enable_truncation(512)

    def of(self, text):
        """The encoded text, with the two special tokens, and the states of its tokens, of length 1."""
        coded = self.words.encode(text)
        fed = {"input_ids": coded.ids, "attention_mask": coded.attention_mask, "token_type_ids": [0] * len(coded.ids)}
        found = self.session.run(None, {name: numpy.array([row], dtype=numpy.int64) for name, row in fed.items()})[0][0]
        return coded, found / numpy.linalg.norm(found, axis=1, keepdims=True)
