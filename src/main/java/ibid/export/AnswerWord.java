package ibid.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** An answer as a Word document with real footnotes. */
final class AnswerWord {

    private static final int TITLE_POINTS = 16;
    private static final String GREY = "555555";

    private final XWPFDocument word;
    private final Map<Integer, BigInteger> ids = new HashMap<>();

    private AnswerWord(XWPFDocument word) {
        this.word = word;
    }

    static byte[] of(AnswerDocument answer) {
        try (XWPFDocument word = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new AnswerWord(word).write(answer);
            word.write(bytes);
            return bytes.toByteArray();
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
    }

    private void write(AnswerDocument document) {
        XWPFRun title = paragraph(document.question());
        title.setBold(true);
        title.setFontSize(TITLE_POINTS);
        document.shortAnswer().ifPresent(brief -> paragraph(brief.plain()).setBold(true));
        document.notes().stream().filter(note -> note.number() > 0).forEach(this::createFootnote);
        writeSentences(document);
        document.remarks().forEach(this::paragraph);
        for (AnswerDocument.SourceNote note : document.notes()) {
            if (note.number() == 0) {
                paragraph(text(note));
            }
        }
        paragraph(document.receipt()).setColor(GREY);
    }

    private XWPFRun paragraph(String text) {
        return run(word.createParagraph(), text);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        return run;
    }

    private void createFootnote(AnswerDocument.SourceNote note) {
        XWPFFootnote footnote = word.createFootnote();
        run(footnote.createParagraph(), text(note));
        ids.put(note.number(), footnote.getId());
    }

    private static String text(AnswerDocument.SourceNote note) {
        String remark = note.remark().isEmpty() ? "" : " (" + note.remark() + ")";
        return note.source() + ": “" + note.quote() + "” " + note.url() + remark;
    }

    private void writeSentences(AnswerDocument document) {
        if (document.rows().isEmpty()) {
            document.lines().forEach(line -> write(line, word.createParagraph()));
            return;
        }
        XWPFTable table = word.createTable(document.rows().size() + 1, 2);
        write(table.getRow(0), AnswerDocument.COMPARED).setText(AnswerDocument.SAID);
        for (int at = 0; at < document.rows().size(); at++) {
            AnswerDocument.Row row = document.rows().get(at);
            XWPFTableCell cell = write(table.getRow(at + 1), row.name());
            if (row.lines().isEmpty()) {
                cell.setText(AnswerDocument.NOTHING_SAID);
            }
            for (int line = 0; line < row.lines().size(); line++) {
                write(row.lines().get(line), line == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph());
            }
        }
    }

    /** The cell beside the name. */
    private static XWPFTableCell write(XWPFTableRow row, String name) {
        run(row.getCell(0).getParagraphs().getFirst(), name).setBold(true);
        return row.getCell(1);
    }

    private void write(AnswerDocument.Line line, XWPFParagraph paragraph) {
        if (!line.label().isEmpty()) {
            run(paragraph, line.label() + ": ").setBold(true);
        }
        run(paragraph, line.text());
        addMarks(paragraph, line.footnotes());
    }

    private void addMarks(XWPFParagraph paragraph, List<Integer> numbers) {
        for (int number : numbers) {
            XWPFRun mark = paragraph.createRun();
            mark.setVerticalAlignment("superscript");
            mark.getCTR().addNewFootnoteReference().setId(ids.get(number));
        }
    }
}
