package ibid.ask;

/** An answer and who wrote it. */
public record CreditedAnswer(Answer answer, WriterCredit credit) {}
