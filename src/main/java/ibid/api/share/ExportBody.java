package ibid.api.share;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ibid.api.AnswerBody;

/** A stored answer taken out of the server, with what holds of it today. One flat object on the wire. */
public record ExportBody(@JsonUnwrapped AnswerBody answer, RecheckBody recheck) {}
