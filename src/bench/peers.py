"""LlamaIndex's CitationQueryEngine and Haystack's hybrid pipeline, for the bench Peers, with their usual settings and
Ibid's embedding model. Arguments: a folder of articles, a file of questions, the model and its tokenizer.

Each prints one line: name, pieces, seconds and processor seconds of indexing, questions, seconds and processor seconds
of finding, and how many questions have an article that answers among the first five pieces."""

import dataclasses
import json
import os
import pathlib
import sys
import time

import numpy
import onnxruntime
import tokenizers

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"  # nothing is sent anywhere
FOUND = 5
MAX_TOKENS = 512  # of the model
BATCH = 32


class Embedder:
    def __init__(self, model, tokenizer):
        self.session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
        self.tokenizer = tokenizers.Tokenizer.from_file(tokenizer)
        self.tokenizer.enable_truncation(MAX_TOKENS)
        self.tokenizer.enable_padding()
        self.inputs = {one.name for one in self.session.get_inputs()}

    def embed(self, texts):
        vectors = []
        for start in range(0, len(texts), BATCH):
            tokens = self.tokenizer.encode_batch(texts[start : start + BATCH])
            fed = {
                "input_ids": numpy.array([one.ids for one in tokens], dtype=numpy.int64),
                "attention_mask": numpy.array([one.attention_mask for one in tokens], dtype=numpy.int64),
                "token_type_ids": numpy.array([one.type_ids for one in tokens], dtype=numpy.int64),
            }
            states = self.session.run(None, {name: fed[name] for name in self.inputs})[0]
            first = states[:, 0]
            vectors.extend((first / numpy.linalg.norm(first, axis=1, keepdims=True)).tolist())
        return vectors


def llama_index(articles, embedder):
    from llama_index.core import Document, VectorStoreIndex
    from llama_index.core.embeddings import BaseEmbedding
    from llama_index.core.llms import MockLLM
    from llama_index.core.query_engine import CitationQueryEngine

    class Embedding(BaseEmbedding):
        def _get_text_embedding(self, text):
            return embedder.embed([text])[0]

        def _get_text_embeddings(self, texts):
            return embedder.embed(texts)

        def _get_query_embedding(self, query):
            return embedder.embed([query])[0]

        async def _aget_query_embedding(self, query):
            return self._get_query_embedding(query)

    documents = [Document(text=text, metadata={"file_name": name}) for name, text in articles.items()]
    index = VectorStoreIndex.from_documents(documents, embed_model=Embedding())
    engine = CitationQueryEngine.from_args(index, llm=MockLLM(), similarity_top_k=FOUND)

    def find(question):
        return [one.node.metadata["file_name"] for one in engine.retrieve(question)]

    return len(index.docstore.docs), find


def haystack(articles, embedder):
    from haystack import Document, Pipeline
    from haystack.components.joiners import DocumentJoiner
    from haystack.components.preprocessors import DocumentSplitter
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    documents = [Document(content=text, meta={"file_name": name}) for name, text in articles.items()]
    pieces = DocumentSplitter().run(documents)["documents"]
    vectors = embedder.embed([one.content for one in pieces])
    pieces = [dataclasses.replace(piece, embedding=vector) for piece, vector in zip(pieces, vectors)]
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    store.write_documents(pieces)
    pipeline = Pipeline()
    pipeline.add_component("words", InMemoryBM25Retriever(store))
    pipeline.add_component("meaning", InMemoryEmbeddingRetriever(store))
    pipeline.add_component("joined", DocumentJoiner(join_mode="reciprocal_rank_fusion", top_k=FOUND))
    pipeline.connect("words", "joined")
    pipeline.connect("meaning", "joined")

    def find(question):
        wanted = {"words": {"query": question}, "meaning": {"query_embedding": embedder.embed([question])[0]}}
        return [one.meta["file_name"] for one in pipeline.run(wanted)["joined"]["documents"]]

    return len(pieces), find


def measure(name, make, articles, questions, embedder):
    start, busy = time.monotonic(), time.process_time()
    pieces, find = make(articles, embedder)
    indexed, index_busy = time.monotonic() - start, time.process_time() - busy
    found = 0
    for question in questions:  # which also warms it up
        found += any(article in question["gold"] for article in find(question["question"]))
    start, busy = time.monotonic(), time.process_time()
    for question in questions:
        find(question["question"])
    took, find_busy = time.monotonic() - start, time.process_time() - busy
    print(name, pieces, indexed, index_busy, len(questions), took, find_busy, found, sep="\t", flush=True)


def main(folder, asked, model, tokenizer):
    articles = {}
    for path in sorted(pathlib.Path(folder).glob("*.md")):
        articles[path.stem] = path.read_text(encoding="utf-8")
    questions = [json.loads(line) for line in pathlib.Path(asked).read_text(encoding="utf-8").splitlines()]
    embedder = Embedder(model, tokenizer)
    measure("LlamaIndex CitationQueryEngine", llama_index, articles, questions, embedder)
    measure("Haystack hybrid pipeline", haystack, articles, questions, embedder)


main(*sys.argv[1:])
