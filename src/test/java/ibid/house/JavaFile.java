package ibid.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One source file as parsed by the JDK's compiler: its types, methods, imports and the metrics that the style rules
 * limit.
 */
final class JavaFile {

    /** A method or constructor: its length in lines, cyclomatic complexity (McCabe, 1976) and number of tokens. */
    record Method(String name, int lines, int complexity, int tokens) {}

    private static final Pattern TOKEN =
            Pattern.compile("\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+'"
                    + "|[\\p{L}_$][\\p{L}\\p{N}_$]*|\\d[\\w.]*|>>>=|<<=|>>=|\\.\\.\\.|->|::|\\+\\+|--|&&|\\|\\||"
                    + "[=!<>+\\-*/&|^%]=|[^\\s\\w]");
    private static final Pattern COMMENT =
            Pattern.compile("(\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+')|"
                    + "/\\*[\\s\\S]*?\\*/|//[^\\n]*");
    private static final Set<String> REGEX_CALLS =
            Set.of("matches", "replaceAll", "replaceFirst", "split", "Pattern.compile");

    final Path path;
    final String text;
    final String packageName;
    final List<String> imports = new ArrayList<>();
    final List<String> topLevelTypes = new ArrayList<>();
    final List<String> types = new ArrayList<>();
    final List<Method> methods = new ArrayList<>();
    final List<String> caught = new ArrayList<>();
    int nestedTernaries;
    int regexes;

    private JavaFile(Path path, String text, CompilationUnitTree unit, SourcePositions positions) {
        this.path = path;
        this.text = text;
        this.packageName =
                unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        for (ImportTree one : unit.getImports()) {
            imports.add(one.getQualifiedIdentifier().toString());
        }
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree named) {
                topLevelTypes.add(named.getSimpleName().toString());
            }
        }
        new Visitor(unit, positions).scan(unit, null);
    }

    /** Parses the files; a file that does not parse is a failure of the build, not of a rule. */
    static List<JavaFile> parse(List<SourceTree.Source> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> paths = sources.stream().map(SourceTree.Source::path).toList();
            List<String> options = List.of("-proc:none");
            var task = (JavacTask)
                    compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(paths));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<JavaFile> parsed = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path path = Path.of(unit.getSourceFile().toUri());
                String text = unit.getSourceFile().getCharContent(true).toString();
                parsed.add(new JavaFile(path, text, unit, positions));
            }
            return parsed;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The package below {@code ibid}; empty for the root. */
    String relativePackage() {
        return packageName.equals("ibid") ? "" : packageName.substring("ibid.".length());
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** The text without comments. */
    String code() {
        return COMMENT.matcher(text)
                .replaceAll(match ->
                        match.group(1) == null ? "" : java.util.regex.Matcher.quoteReplacement(match.group(1)));
    }

    long codeLines() {
        return code().lines().filter(line -> !line.isBlank()).count();
    }

    long tokens() {
        return count(code());
    }

    private static long count(String code) {
        return TOKEN.matcher(code).results().count();
    }

    /** Collects the metrics in one pass over the syntax tree. */
    private final class Visitor extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private int complexity;
        private int ternaries;

        Visitor(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree tree, Void none) {
            if (!tree.getSimpleName().isEmpty()) {
                types.add(tree.getSimpleName().toString());
            }
            return super.visitClass(tree, none);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void none) {
            int outer = complexity;
            complexity = 1;
            super.visitMethod(tree, none);
            long from = positions.getStartPosition(unit, tree);
            long to = positions.getEndPosition(unit, tree);
            if (tree.getBody() != null && from >= 0 && to > from) {
                String body = text.substring((int) from, (int) to);
                int lines = (int) body.lines().count();
                methods.add(new Method(tree.getName().toString(), lines, complexity, (int) JavaFile.count(body)));
            }
            complexity = outer;
            return null;
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void none) {
            return super.visitLambdaExpression(tree, none);
        }

        @Override
        public Void visitIf(IfTree tree, Void none) {
            complexity++;
            return super.visitIf(tree, none);
        }

        @Override
        public Void visitForLoop(ForLoopTree tree, Void none) {
            complexity++;
            return super.visitForLoop(tree, none);
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void none) {
            complexity++;
            return super.visitEnhancedForLoop(tree, none);
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Void none) {
            complexity++;
            return super.visitWhileLoop(tree, none);
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Void none) {
            complexity++;
            return super.visitDoWhileLoop(tree, none);
        }

        @Override
        public Void visitCase(CaseTree tree, Void none) {
            if (!tree.getExpressions().isEmpty() || tree.getGuard() != null) {
                complexity++;
            }
            return super.visitCase(tree, none);
        }

        @Override
        public Void visitCatch(CatchTree tree, Void none) {
            complexity++;
            caught.add(tree.getParameter().getType().toString());
            return super.visitCatch(tree, none);
        }

        @Override
        public Void visitBinary(BinaryTree tree, Void none) {
            if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
                complexity++;
            }
            return super.visitBinary(tree, none);
        }

        @Override
        public Void visitConditionalExpression(ConditionalExpressionTree tree, Void none) {
            complexity++;
            if (ternaries > 0) {
                nestedTernaries++;
            }
            ternaries++;
            super.visitConditionalExpression(tree, none);
            ternaries--;
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
            String called = tree.getMethodSelect().toString();
            String last = called.substring(called.lastIndexOf('.') + 1);
            boolean compiled = called.endsWith("Pattern.compile");
            boolean inline = REGEX_CALLS.contains(last)
                    && !tree.getArguments().isEmpty()
                    && tree.getArguments().getFirst() instanceof LiteralTree;
            if (compiled || inline) {
                regexes++;
            }
            return super.visitMethodInvocation(tree, none);
        }
    }
}
