package org.vethlab.program.find;

import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** {@code find} of findutils. Files come sorted, where a real file system has an order of its own. */
public final class Find implements Program {
    @Override
    public String name() {
        return "find";
    }

    @Override
    public String summary() {
        return "search for files in a directory hierarchy";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("find -ok", "find -execdir", "find -quit");
    }

    @Override
    public int run(Context context) {
        List<String> words = context.arguments();
        int first = 0;
        while (first < words.size() && List.of("-L", "-H", "-P").contains(words.get(first))) {
            first++;
        }
        int end = first;
        while (end < words.size() && !isExpression(words.get(end))) {
            end++;
        }
        Expression expression = new Expression(context, words.subList(end, words.size()));
        Search search = new Search(context, expression, expression.parse());
        for (String start : end == first ? List.of(".") : words.subList(first, end)) {
            search.start(start);
        }
        return Math.max(search.status, expression.finish());
    }

    private static boolean isExpression(String word) {
        return word.startsWith("-") && word.length() > 1
                || List.of("!", "(", ")", ",").contains(word);
    }

    /** The walk through the directories. */
    private static final class Search {
        private final Context context;
        private final Expression expression;
        private final Predicate predicate;
        private int status;

        Search(Context context, Expression expression, Predicate predicate) {
            this.context = context;
            this.expression = expression;
            this.predicate = predicate;
        }

        void start(String start) {
            visit(start, start, 0);
        }

        private void visit(String path, String start, int depth) {
            FileStatus file;
            try {
                file = context.files().linkStatus(path);
            } catch (NetException e) {
                complain(path, e);
                return;
            }
            Visit visit = new Visit(context, path, start, depth, file);
            boolean shown = depth >= expression.minimumDepth();
            if (shown && !expression.depthFirst()) {
                predicate.test(visit);
            }
            if (file.isDirectory() && !visit.isPruned() && depth < expression.maximumDepth()) {
                enter(path, start, depth);
            }
            if (shown && expression.depthFirst()) {
                predicate.test(visit);
            }
        }

        private void enter(String path, String start, int depth) {
            List<String> names;
            try {
                names = context.files().list(path);
            } catch (NetException e) {
                complain(path, e);
                return;
            }
            for (String name : names) {
                visit(path.endsWith("/") ? path + name : path + "/" + name, start, depth + 1);
            }
        }

        private void complain(String path, NetException e) {
            context.err().println("find: ‘" + path + "’: " + e.errno().text());
            status = 1;
        }
    }
}
