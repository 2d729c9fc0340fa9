package org.macroedge.server.releases.push;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.macroedge.server.catalogue.CatalogueInForce;
import org.macroedge.server.events.RecordTimes;
import org.macroedge.server.platform.error.MacroEdgeException;
import org.macroedge.server.platform.error.ShownText;
import org.macroedge.server.platform.hash.Sha256;
import org.macroedge.server.platform.json.Json;
import org.macroedge.server.releases.importing.BatchKind;
import org.macroedge.server.releases.importing.ImportOutcome;
import org.macroedge.server.releases.importing.ImportProgress;
import org.macroedge.server.releases.importing.Imports;
import org.macroedge.server.releases.importing.ReportedBatch;
import org.springframework.dao.DuplicateKeyException;

/// Stores what programs push, each push as one batch, and each key of a client once.
///
/// The answer to a push is kept with its key in the transaction of its batch, so that there is never one without the
/// other. A push that is refused leaves its key unused.
final class ReleasePush {

    static final int LONGEST_KEY = 100;

    /// Visible ASCII.
    static final String KEY = "^[!-~]+$";

    private static final Pattern FORM = Pattern.compile(KEY);
    private static final String NAME = "push";

    /// What was pushed, however it was written.
    private record Pushed(@Nullable String source, List<@Nullable PushedRelease> releases) {

        static Pushed of(PushRequest request) {
            return new Pushed(request.source(), PushForm.of(request));
        }

        String hash() {
            return Sha256.hex(Json.bytes(this));
        }
    }

    private final Imports imports;
    private final AnsweredPushes answered;
    private final CatalogueInForce catalogue;
    private final RecordTimes recordTimes;

    ReleasePush(Imports imports, AnsweredPushes answered, CatalogueInForce catalogue, RecordTimes recordTimes) {
        this.imports = imports;
        this.answered = answered;
        this.catalogue = catalogue;
        this.recordTimes = recordTimes;
    }

    /// Says what a push would do, and stores nothing. A key is not used.
    ///
    /// @throws MacroEdgeException as [#push] does, except for the key
    ImportOutcome dryRun(PushRequest request) {
        return imports.run(batch(NAME, Pushed.of(request), true), ImportProgress.SILENT);
    }

    /// Stores a push, or gives the answer again that the same push got with this key.
    ///
    /// @throws MacroEdgeException with `invalid-request` where the key or a value has another form; with
    /// `push-fault` where what was sent cannot be stored; with `key-reused` where the key came with other content;
    /// with `unknown-source`, `unknown-indicator` or `invalid-instant`
    ImportOutcome push(@Nullable String key, PushRequest request) {
        String checked = checked(key);
        Pushed pushed = Pushed.of(request);
        String content = pushed.hash();
        Optional<ImportOutcome> before = answer(checked, content);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return store(checked, content, pushed);
        } catch (DuplicateKeyException meanwhile) {
            return answer(checked, content).orElseThrow(() -> meanwhile);
        }
    }

    private ImportOutcome store(String key, String content, Pushed pushed) {
        ImportOutcome outcome = imports.run(
                batch(NAME + " " + key, pushed, false),
                ImportProgress.SILENT,
                stored -> answered.keep(key, content, stored, recordTimes.now()));
        if (outcome.batch() == null) { // nothing new, so nothing was kept with it
            answered.keep(key, content, outcome, recordTimes.now());
        }
        return outcome;
    }

    private ReportedBatch batch(String name, Pushed pushed, boolean dryRun) {
        PushedRows rows =
                new PushReader(catalogue.current(), recordTimes.now()).read(name, pushed.source(), pushed.releases());
        return new ReportedBatch(BatchKind.PUSH, NAME, List.of(name), rows, dryRun);
    }

    private static String checked(@Nullable String key) {
        if (key == null) {
            throw PushMessage.NO_KEY.exception();
        }
        if (key.length() > LONGEST_KEY || !FORM.matcher(key).matches()) {
            throw PushMessage.KEY_FORM.exception(LONGEST_KEY);
        }
        return key;
    }

    private Optional<ImportOutcome> answer(String key, String content) {
        return answered.find(key).map(known -> {
            if (!known.content().equals(content)) {
                throw PushMessage.KEY_REUSED.exception(ShownText.of(key));
            }
            return known.answer();
        });
    }
}
