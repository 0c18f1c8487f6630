// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Every transition of an AsyncResult from every state: T12.

#include <aside/asyncresult.h>
#include <aside/failure.h>

#include <QMetaEnum>
#include <QTest>

#include <cmath>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

const Failure s_disk(Failure::Kind::Exception, u"disk"_s);
const Failure s_net(Failure::Kind::Refused, u"net"_s);

using Transition = AsyncResult (*)(const AsyncResult &);

AsyncResult toLoading(const AsyncResult &result) { return result.toLoading(); }
AsyncResult toFirstLoad(const AsyncResult &result) { return result.toFirstLoad(); }
AsyncResult toOk(const AsyncResult &result) { return result.toOk(u"new"_s); }
AsyncResult toFailed(const AsyncResult &result) { return result.toFailed(s_net); }
AsyncResult toCanceled(const AsyncResult &result) { return result.toCanceled(); }
AsyncResult withProgress(const AsyncResult &result) { return result.withProgress(0.75, u"later"_s); }

/// All there is to see of a result, without what says nothing:
/// status, "ok", value, "!" and failure, progress and its text.
QString describe(const AsyncResult &result)
{
    QStringList parts{QString::fromLatin1(QMetaEnum::fromType<AsyncResult::Status>().valueToKey(int(result.status())))};
    if (result.isOk())
        parts += u"ok"_s;
    if (result.value().isValid())
        parts += result.value().toString();
    if (result.failure())
        parts += u'!' + result.failure().message();
    if (result.progress() != -1)
        parts += QString::number(result.progress());
    if (!result.progressText().isEmpty())
        parts += result.progressText();
    return parts.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(Transition)

class TestAsyncResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void default_wasNeverAsked()
    {
        const AsyncResult result;
        QCOMPARE(result.status(), AsyncResult::Status::NeverAsked);
        QVERIFY(!result.isLoading());
        QVERIFY(!result.isOk());
        QVERIFY(!result.hasFailed());
        QVERIFY(!result.isCanceled());
        QVERIFY(!result.value().isValid());
        QCOMPARE(result.failure().kind(), Failure::Kind::None);
        QCOMPARE(result.progress(), -1.0);
        QVERIFY(result.progressText().isNull());
    }

    void movedFrom_wasNeverAsked()
    {
        AsyncResult result = AsyncResult().toOk(1);
        const AsyncResult taken = std::move(result);
        QCOMPARE(describe(result), u"NeverAsked"_s); // NOLINT(bugprone-use-after-move)
        QCOMPARE(describe(taken), u"Ok ok 1"_s);
    }

    void transition_givesItsState_data()
    {
        QTest::addColumn<AsyncResult>("from");
        QTest::addColumn<QString>("before");
        QTest::addColumn<Transition>("transition");
        QTest::addColumn<QString>("after");

        const AsyncResult none;
        const AsyncResult first = none.toLoading();
        const AsyncResult old = none.toOk(u"old"_s);
        const AsyncResult again = old.toLoading();
        struct State
        {
            AsyncResult result;
            QString is;
            QString loading;
            QString firstLoad;
            QString ok;
            QString failed;
            QString canceled;
            QString progress;
        };
        const QString same;
        const State table[] = {
            {none, u"NeverAsked"_s,
             u"Loading"_s, u"Loading"_s, u"Ok ok new"_s, u"Failed !net"_s, same, same},
            {first, u"Loading"_s,
             same, same, u"Ok ok new"_s, u"Failed !net"_s, u"Canceled"_s, u"Loading 0.75 later"_s},
            {first.withProgress(0.25, u"open"_s), u"Loading 0.25 open"_s,
             u"Loading"_s, u"Loading"_s, u"Ok ok new"_s, u"Failed !net"_s, u"Canceled"_s, u"Loading 0.75 later"_s},
            {first.toFailed(s_disk), u"Failed !disk"_s,
             u"Loading"_s, u"Loading"_s, u"Ok ok new"_s, u"Failed !net"_s, same, same},
            {first.toCanceled(), u"Canceled"_s,
             u"Loading"_s, u"Loading"_s, u"Ok ok new"_s, u"Failed !net"_s, same, same},
            {old, u"Ok ok old"_s,
             u"Refreshing ok old"_s, u"Loading"_s, u"Ok ok new"_s, u"Failed ok old !net"_s, same, same},
            {again, u"Refreshing ok old"_s,
             same, u"Loading"_s, u"Ok ok new"_s, u"Failed ok old !net"_s, u"Canceled ok old"_s, u"Refreshing ok old 0.75 later"_s},
            {again.withProgress(0.25, u"open"_s), u"Refreshing ok old 0.25 open"_s,
             u"Refreshing ok old"_s, u"Loading"_s, u"Ok ok new"_s, u"Failed ok old !net"_s, u"Canceled ok old"_s, u"Refreshing ok old 0.75 later"_s},
            {again.toFailed(s_disk), u"Failed ok old !disk"_s,
             u"Refreshing ok old"_s, u"Loading"_s, u"Ok ok new"_s, u"Failed ok old !net"_s, same, same},
            {again.toCanceled(), u"Canceled ok old"_s,
             u"Refreshing ok old"_s, u"Loading"_s, u"Ok ok new"_s, u"Failed ok old !net"_s, same, same},
        };
        for (const State &state : table) {
            const auto row = [&](const char *name, Transition transition, const QString &after) {
                QTest::addRow("%s, %s", qPrintable(state.is), name)
                    << state.result << state.is << transition << (after.isNull() ? state.is : after);
            };
            row("toLoading", &toLoading, state.loading);
            row("toFirstLoad", &toFirstLoad, state.firstLoad);
            row("toOk", &toOk, state.ok);
            row("toFailed", &toFailed, state.failed);
            row("toCanceled", &toCanceled, state.canceled);
            row("withProgress", &withProgress, state.progress);
        }
    }
    void transition_givesItsState()
    {
        QFETCH(AsyncResult, from);
        QFETCH(QString, before);
        QFETCH(Transition, transition);
        QFETCH(QString, after);
        QCOMPARE(describe(from), before);
        const AsyncResult to = transition(from);
        QCOMPARE(describe(to), after);
        QCOMPARE(describe(from), before); // it stays as it was
        QCOMPARE(to == from, before == after);

        const AsyncResult::Status status = to.status();
        using enum AsyncResult::Status;
        QCOMPARE(to.isLoading(), status == Loading || status == Refreshing);
        QCOMPARE(to.hasFailed(), status == Failed);
        QCOMPARE(to.isCanceled(), status == Canceled);
        QCOMPARE(to.isOk(), to.value().isValid());
        QCOMPARE(bool(to.failure()), status == Failed);
    }

    void ok_staysOnceALoadHasSucceeded()
    {
        AsyncResult result = AsyncResult().toLoading().toFailed(s_disk).toLoading().toCanceled();
        QVERIFY(!result.isOk());
        result = result.toLoading().toOk(QVariant()); // that it gave nothing is a success, too
        QVERIFY(result.isOk());
        result = result.toLoading().toCanceled().toLoading().withProgress(0.5).toFailed(s_net);
        QVERIFY(result.isOk());
        QCOMPARE(result.toLoading().status(), AsyncResult::Status::Refreshing);
        QVERIFY(!result.toFirstLoad().toFailed(s_net).isOk());
    }

    void failure_keepsItsException()
    {
        const auto thrown = std::make_exception_ptr(42);
        const AsyncResult result = AsyncResult().toFailed({Failure::Kind::Exception, u"text"_s, thrown});
        QCOMPARE(result.failure().kind(), Failure::Kind::Exception);
        QVERIFY(result.failure().exception() == thrown);
    }

    void progress_isAFractionOrUnknown_data()
    {
        QTest::addColumn<double>("told");
        QTest::addColumn<double>("progress");
        QTest::newRow("none") << 0.0 << 0.0;
        QTest::newRow("half") << 0.5 << 0.5;
        QTest::newRow("all") << 1.0 << 1.0;
        QTest::newRow("unknown") << -1.0 << -1.0;
        QTest::newRow("less than none") << -0.1 << -1.0;
        QTest::newRow("more than all") << 1.1 << -1.0;
        QTest::newRow("NaN") << std::nan("") << -1.0;
    }
    void progress_isAFractionOrUnknown()
    {
        QFETCH(double, told);
        QFETCH(double, progress);
        const AsyncResult result = AsyncResult().toLoading().withProgress(0.2, u"a"_s).withProgress(told, u"b"_s);
        QCOMPARE(result.progress(), progress);
        QCOMPARE(result.progressText(), u"b"_s);
        QVERIFY(result.withProgress(told).progressText().isEmpty());
    }

    void typedValue_isTheValueOrTheFallback()
    {
        const AsyncResult none = AsyncResult().toLoading();
        QCOMPARE(none.value<int>(), 0);
        QCOMPARE(none.value<QString>(u"nobody"_s), u"nobody"_s);
        const AsyncResult five = AsyncResult().toOk(5).toLoading();
        QCOMPARE(five.value<int>(7), 5);
        QCOMPARE(five.value<double>(), 5.0);
        QCOMPARE(five.value<QVariant>(), QVariant(5));
        QCOMPARE(AsyncResult().toOk(QVariant()).value<int>(7), 7);
    }

    void typedValue_refusesWhatTheTypeCannotHold()
    {
        try {
            AsyncResult().toOk(5).value<QString>();
        } catch (const AssignError &error) {
            QCOMPARE(error.message(), u"cannot read ‘value’ as QString: it holds int"_s);
            return;
        }
        QFAIL("nothing was thrown");
    }
};

QTEST_APPLESS_MAIN(TestAsyncResult)
#include "tst_asyncresult.moc"
