"""A small BERT in plain PyTorch with the heads of reader and checker, read from an ONNX file and written back into it.

The ONNX graph of the base model is kept as it is: its weights are replaced and four outputs are added,
so no graph exporter is needed and the runtime sees the same operators as before."""
import copy

import numpy
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn
from torch.nn import functional

WIDTH, HEADS, VERDICTS = 384, 12, 4


class Layer(nn.Module):
    """One encoder layer: self-attention and a feed-forward part, each added and normalised."""

    def __init__(self, dropout):
        super().__init__()
        self.query, self.key, self.value, self.attended = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states, mask):
        batch, length, _ = states.shape
        query, key, value = (part(states).view(batch, length, HEADS, -1).transpose(1, 2)
                             for part in (self.query, self.key, self.value))
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = self.attended(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        states = self.attended_norm(states + self.dropout(mixed))
        return self.norm(states + self.dropout(self.narrow(functional.gelu(self.widen(states)))))


class CrossEncoder(nn.Module):
    """BERT with a passage logit and four verdict logits on the first token, and a sentence and a span logit on every
    token."""

    def __init__(self, layers, dropout=0.05):
        super().__init__()
        self.words, self.positions = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.segments = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.passage, self.tokens, self.verdict = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, 2), nn.Linear(WIDTH, VERDICTS)
        for head in (self.passage, self.tokens, self.verdict):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def states(self, ids, mask, segments):
        """The last hidden state of every token."""
        places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        states = self.words(ids) + self.positions(places) + self.segments(segments)
        states = self.dropout(self.norm(states))
        wide = mask.bool()[:, None, None, :]
        for layer in self.layers:
            states = layer(states, wide)
        return states

    def forward(self, ids, mask, segments):
        states = self.states(ids, mask, segments)
        tokens = self.tokens(self.dropout(states))
        return self.passage(self.dropout(states[:, 0])).squeeze(-1), tokens[..., 0], tokens[..., 1]

    def judge(self, ids, mask, segments):
        """The verdict logits of each pair, (batch, VERDICTS)."""
        return self.verdict(self.dropout(self.states(ids, mask, segments)[:, 0]))


def names(graph, weights=None):
    """Triples of (name in ONNX, name in PyTorch, whether the matrix is transposed), from the graph's node names."""
    pairs = [("embeddings.word_embeddings.weight", "words.weight", False),
             ("embeddings.position_embeddings.weight", "positions.weight", False),
             ("embeddings.token_type_embeddings.weight", "segments.weight", False),
             ("embeddings.LayerNorm.weight", "norm.weight", False), ("embeddings.LayerNorm.bias", "norm.bias", False)]
    parts = {"attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
             "attention.output.dense": "attended", "intermediate.dense": "widen", "output.dense": "narrow"}
    norms = {"attention.output.LayerNorm": "attended_norm", "output.LayerNorm": "norm"}
    weights = weights or {node.name: node.input[1] for node in graph.node if node.op_type == "MatMul"}
    for layer in range(layers_of(weights)):
        for onnx_name, torch_name in parts.items():
            node = f"/encoder/layer.{layer}/{onnx_name.replace('.', '/')}/MatMul"
            pairs.append((weights[node], f"layers.{layer}.{torch_name}.weight", True))
            pairs.append((f"encoder.layer.{layer}.{onnx_name}.bias", f"layers.{layer}.{torch_name}.bias", False))
        for onnx_name, torch_name in norms.items():
            for kind in ("weight", "bias"):
                pairs.append((f"encoder.layer.{layer}.{onnx_name}.{kind}", f"layers.{layer}.{torch_name}.{kind}", False))
    return pairs


def layers_of(nodes):
    """How many encoder layers a graph has, from its node names."""
    return len({node.split("/")[2] for node in nodes if node.startswith("/encoder/layer.")})


def begin(path):
    """The cross-encoder to begin a training with: of an 8-bit file written by `export`, or of a base model."""
    graph = onnx.load(path).graph
    return shipped(graph) if any(node.op_type == "MatMulInteger" for node in graph.node) else based_on(graph)


def based_on(graph):
    """A cross-encoder with the base model's weights and fresh heads."""
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    made = CrossEncoder(layers_of(node.name for node in graph.node))
    state = made.state_dict()
    for onnx_name, torch_name, transposed in names(graph):
        value = torch.tensor(numpy.array(values[onnx_name]))
        assert state[torch_name].shape == (value.T if transposed else value).shape, torch_name
        state[torch_name] = value.T.contiguous() if transposed else value
    made.load_state_dict(state)
    return made


def shipped(graph):
    """The cross-encoder of an 8-bit file written by `export`, with its weights in full precision; the scores are the
    same. The node names are those of the base model, and its numbered weights keep their numbers."""
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    made = CrossEncoder(layers_of(node.name for node in graph.node))
    state = made.state_dict()
    weights = {node.name.removesuffix("_quant"): node.input[1] for node in graph.node if node.op_type == "MatMulInteger"}
    for onnx_name, torch_name, transposed in names(graph, weights):
        name = onnx_name.removesuffix("_quantized")
        value = whole(values, name) if f"{name}_scale" in values else numpy.array(values[name])
        state[torch_name] = torch.tensor(value.T.copy() if transposed else value)
    for row, name in enumerate(("sentence", "span")):
        state["tokens.weight"][row] = torch.tensor(values[f"head.{name}.weight"][:, 0])
        state["tokens.bias"][row] = torch.tensor(values[f"head.{name}.bias"][0])
    for name in ("passage", "verdict"):
        state[f"{name}.weight"] = torch.tensor(values[f"head.{name}.weight"].T.copy())
        state[f"{name}.bias"] = torch.tensor(numpy.array(values[f"head.{name}.bias"]))
    made.load_state_dict(state)
    return made


def whole(values, name):
    """An 8-bit matrix in full precision; scale and zero point belong to the whole matrix or to each column."""
    zero = values[f"{name}_zero_point"].astype(numpy.float32)
    return (values[f"{name}_quantized"].astype(numpy.float32) - zero) * values[f"{name}_scale"]


def save(made, base, path):
    """Writes the trained weights into the base model's graph, with outputs passage, verdict, sentence and span."""
    model = copy.deepcopy(onnx.load(base))
    graph, state = model.graph, {name: value.numpy() for name, value in made.state_dict().items()}
    trained = {onnx_name: state[name].T if transposed else state[name] for onnx_name, name, transposed in names(graph)}
    for tensor in graph.initializer:
        if tensor.name in trained:
            tensor.CopyFrom(numpy_helper.from_array(numpy.ascontiguousarray(trained[tensor.name]), tensor.name))

    def constant(name, value):
        graph.initializer.append(numpy_helper.from_array(value.copy(), name))
        return name

    states = graph.output[0].name
    heads = {"passage": ("passage.weight", "passage.bias", 0), "sentence": ("tokens.weight", "tokens.bias", 0),
             "span": ("tokens.weight", "tokens.bias", 1)}
    first = constant("head.first", numpy.array(0, dtype=numpy.int64))
    graph.node.append(helper.make_node("Gather", [states, first], ["head.states"], axis=1))
    del graph.output[:]
    for name, (weight, bias, row) in heads.items():
        source = "head.states" if name == "passage" else states
        column = constant(f"head.{name}.weight", state[weight][row][:, None])
        graph.node.append(helper.make_node("MatMul", [source, column], [f"head.{name}.product"], name=f"head.{name}"))
        shift = constant(f"head.{name}.bias", state[bias][row:row + 1])
        graph.node.append(helper.make_node("Add", [f"head.{name}.product", shift], [f"head.{name}.sum"]))
        graph.node.append(helper.make_node("Squeeze", [f"head.{name}.sum"], [name], axes=[-1]))   # opset 11
        shape = ["batch_size"] if name == "passage" else ["batch_size", "sequence_length"]
        graph.output.append(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape))
    weight = constant("head.verdict.weight", numpy.ascontiguousarray(state["verdict.weight"].T))
    graph.node.append(helper.make_node("MatMul", ["head.states", weight], ["head.verdict.product"], name="head.verdict"))
    graph.node.append(helper.make_node("Add", ["head.verdict.product", constant("head.verdict.bias", state["verdict.bias"])], ["verdict"]))
    graph.output.append(helper.make_tensor_value_info("verdict", onnx.TensorProto.FLOAT, ["batch_size", VERDICTS]))
    onnx.checker.check_model(model)
    onnx.save(model, path)
