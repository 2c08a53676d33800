"""Writes run.txt, qrels.txt and expected.tsv anew: made-up ids, seed 20261124, scores rounded so that most rankings have ties; values by trec_eval.

pip install pytrec_eval-terrier==0.5.11 ir_measures==0.4.3 && python3 make.py
"""
import random
import ir_measures
import pytrec_eval
from ir_measures import AP, RR, R, nDCG

random.seed(20261124)
MEASURES = ["recall_5", "recall_10", "ndcg_cut_5", "ndcg_cut_10", "map", "recip_rank"]
run, qrels = {}, {}
for t in range(1, 61):
    topic = f"m{t:03d}"
    pool = [f"{random.choice('abcdefgh')}{random.randrange(10)}-{random.choice('xyz')}#{p}" for p in range(40)]
    qrels[topic] = {p: random.choice([0, 0, 1, 1, 2, 3]) for p in random.sample(pool, random.randint(4, 18))}
    found = random.sample(pool, random.randint(3, 30))
    # Tenths: many ties. Some scores differ only beyond what a float of 32 bits holds, so that they are ties to trec_eval.
    run[topic] = {p: round(random.random(), 1) + random.choice([0, 0, 1e-12, 3e-10]) for p in found}
run["m010"] = {p: 0.5 for p in run["m010"]}                       # nothing but ties
qrels["m020"] = {p: 0 for p in qrels["m020"]}                      # nothing relevant
run["m030"] = {"nothing#1": 1.0, "nothing#2": 1.0}                 # nothing judged found
del run["m040"]                                                    # nothing found at all
with open("run.txt", "w") as out:
    for topic, scores in run.items():
        for rank, (passage, score) in enumerate(random.sample(list(scores.items()), len(scores)), 1):   # out of order: the rank column counts for nothing
            print(topic, "Q0", passage, rank, repr(score), "made", file=out)
with open("qrels.txt", "w") as out:
    for topic, grades in qrels.items():
        for passage, grade in grades.items():
            print(topic, 0, passage, grade, file=out)
values = pytrec_eval.RelevanceEvaluator(qrels, set(MEASURES)).evaluate(run)
with open("expected.tsv", "w") as out:
    print("topic", *MEASURES, sep="\t", file=out)
    for topic in sorted(values):
        print(topic, *(f"{values[topic][m]:.10f}" for m in MEASURES), sep="\t", file=out)
    means = ir_measures.calc_aggregate([R@5, R@10, nDCG@5, nDCG@10, AP, RR], qrels, run)
    # Over all judged topics: one without a ranking scores nothing, as trec_eval -c has it.
    print("mean", *(f"{means[m]:.10f}" for m in [R@5, R@10, nDCG@5, nDCG@10, AP, RR]), sep="\t", file=out)
