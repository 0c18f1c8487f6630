// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Handlers that assign, throw, destroy and wait: S3, S12, T18.

#include "storefixture.h"

#include <QEventLoop>
#include <QTimer>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

/// Calls \a handler when \a key is told of for the first time.
template<typename Handler>
void onFirst(Sample &vm, const QString &key, Handler handler)
{
    QObject::connect(&vm, &ViewModel::assigned, &vm, [key, handler, done = false](const QString &told) mutable {
        if (told == key && !std::exchange(done, true))
            handler();
    });
}

} // namespace

class TestStoreNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handler_assignsAnotherKey_data() { addKindsOfKeys(); }
    void handler_assignsAnotherKey()
    {
        QFETCH(QString, first);
        QFETCH(QString, text);
        Sample vm;
        Recorder recorder(vm);
        onFirst(vm, first, [&] { vm.assign(text, u"handled"_s); });
        vm.assign(first, 10);
        recorder.log.removeAll(u"total"_s);
        QCOMPARE(vm.value<QString>(text), u"handled"_s);
        QCOMPARE(recorder.log.count(first), 1);
        QCOMPARE(recorder.log.count(text), 1);
        QCOMPARE(recorder.log.count(u"[%1]"_s.arg(text)), 1); // a commit of its own
    }

    void handler_assignsItsOwnKey_data() { addKindsOfKeys(); }
    void handler_assignsItsOwnKey()
    {
        QFETCH(QString, first);
        Sample vm;
        Recorder recorder(vm);
        onFirst(vm, first, [&] { vm.assign(first, 11); });
        vm.assign(first, 10);
        QCOMPARE(vm.value<int>(first), 11);
        QCOMPARE(recorder.log.count(first), 2); // two commits, two values
    }

    // The outer commit is about to tell of `second` when the inner one changes it again: it is told
    // once, with the newest value, and by the inner commit.
    void handler_assignsAKeyThatTheOuterCommitHasNotToldYet_data() { addKindsOfKeys(); }
    void handler_assignsAKeyThatTheOuterCommitHasNotToldYet()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        Sample vm;
        vm.assign(u"last"_s, 0);
        Recorder recorder(vm);
        QList<int> seen;
        connect(&vm, &ViewModel::assigned, this, [&](const QString &key) {
            if (key == second)
                seen.append(vm.value<int>(second));
        });
        onFirst(vm, first, [&] { vm.assign({{second, 21}, {u"inner"_s, 1}}); });
        vm.assign({{first, 10}, {second, 20}, {u"last"_s, 1}});
        recorder.log.removeAll(u"total"_s);
        recorder.log.replaceInStrings(u" total"_s, QString());
        const QStringList expected{first, u"keys"_s, second, u"inner"_s, u"[%1 inner]"_s.arg(second), u"last"_s,
                                   u"[%1 %2 last]"_s.arg(first, second)};
        QCOMPARE(recorder.log, expected);
        QCOMPARE(seen, QList<int>{21});
    }

    void handler_putsAPendingKeyBack()
    {
        Sample vm;
        Recorder recorder(vm);
        onFirst(vm, u"x"_s, [&] { vm.assign(u"y"_s, 2); });
        vm.assign({{u"x"_s, 10}, {u"y"_s, 20}});
        QCOMPARE(vm.value<int>(u"y"_s), 2);
        QCOMPARE(recorder.log.count(u"y"_s), 1);
    }

    void handler_assignsAnEqualValueToAPendingKey()
    {
        Sample vm;
        Recorder recorder(vm);
        onFirst(vm, u"x"_s, [&] { vm.assign(u"y"_s, 20); });
        vm.assign({{u"x"_s, 10}, {u"y"_s, 20}});
        QCOMPARE(recorder.log, (QStringList{u"x"_s, u"y"_s, u"[x y]"_s}));
    }

    void handler_ofKeysChangedAssignsThePendingKey()
    {
        Sample vm;
        Recorder recorder(vm);
        connect(&vm, &ViewModel::keysChanged, this, [&] { vm.assign(u"fresh"_s, 2); });
        vm.assign(u"fresh"_s, 1);
        QCOMPARE(vm.value<int>(u"fresh"_s), 2);
        QCOMPARE(recorder.log, (QStringList{u"keys"_s, u"fresh"_s, u"[fresh]"_s, u"[fresh]"_s}));
    }

    void handler_createsManyKeysWhileOthersWait()
    {
        Sample vm;
        Recorder recorder(vm);
        onFirst(vm, u"x"_s, [&] {
            for (int i = 0; i < 500; ++i)
                vm.assign(u"key%1"_s.arg(i), i);
        });
        vm.assign({{u"x"_s, 10}, {u"y"_s, 20}});
        QCOMPARE(recorder.log.count(u"y"_s), 1);
        QCOMPARE(recorder.log.count(u"key499"_s), 1);
        QCOMPARE(vm.keys().size(), 507);
    }

    void handlers_thatAssignToEachOtherSettle()
    {
        Sample vm;
        Recorder recorder(vm);
        connect(&vm, &Sample::aChanged, this, [&] { vm.b = vm.a; });
        connect(&vm, &Sample::bChanged, this, [&] { vm.a = vm.b; });
        vm.assign(u"a"_s, 9);
        QCOMPARE(vm.b.value(), 9);
        QCOMPARE(recorder.log.count(u"a"_s), 1);
        QCOMPARE(recorder.log.count(u"b"_s), 1);
    }

    void handler_thatThrowsLosesNoOtherNotification_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("message");
        QTest::newRow("std::exception") << 0 << u"from a slot"_s;
        QTest::newRow("int") << 1 << u"thrown: int 42"_s;
        QTest::newRow("a refused assign") << 2 << u"cannot update ‘absent’: there is no such key"_s;
    }
    void handler_thatThrowsLosesNoOtherNotification()
    {
        QFETCH(int, what);
        QFETCH(QString, message);
        Sample vm;
        Recorder recorder(vm);
        connect(&vm, &Sample::aChanged, this, [&] {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a handler threw: "_s + QRegularExpression::escape(message)));
            if (what == 0)
                throw std::runtime_error("from a slot");
            if (what == 1)
                throw 42;
            vm.update(u"absent"_s, [](int n) { return n; });
        });
        vm.assign({{u"a"_s, 10}, {u"x"_s, 10}});
        QCOMPARE(recorder.log, (QStringList{u"a"_s, u"x"_s, u"total"_s, u"[a x total]"_s}));
        QCOMPARE(recorder.failures.size(), 1);
        QCOMPARE(recorder.failures.constFirst().kind(), Failure::Kind::Handler);
        QCOMPARE(recorder.failures.constFirst().message(), message);
        QCOMPARE(vm.a.value(), 10);
    }

    void handler_ofAnySignalMayThrow()
    {
        Sample vm;
        Recorder recorder(vm);
        const auto bad = [] { throw std::runtime_error("bad"); };
        connect(&vm, &ViewModel::keysChanged, this, bad);
        connect(&vm, &ViewModel::assigned, this, bad);
        connect(&vm, &ViewModel::assignsChanged, this, bad);
        connect(&vm, &ViewModel::handlerFailed, this, bad);
        for (int i = 0; i < 4; ++i)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a handler threw: bad"_s));
        for (int i = 0; i < 4; ++i)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a handler of handlerFailed\\(\\) threw, too"_s));
        vm.assign({{u"fresh"_s, 10}, {u"x"_s, 10}});
        QCOMPARE(recorder.log, (QStringList{u"keys"_s, u"fresh"_s, u"x"_s, u"[fresh x]"_s}));
    }

    void handler_mayDestroyTheViewModel_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("throws");
        for (const char *when : {"keys", "a", "x", "fresh", "all", "own"}) {
            QTest::addRow("%s", when) << QString::fromLatin1(when) << false;
            QTest::addRow("%s, and throws", when) << QString::fromLatin1(when) << true;
        }
    }
    void handler_mayDestroyTheViewModel()
    {
        QFETCH(QString, when);
        QFETCH(bool, throws);
        auto *const vm = new Sample;
        const QPointer<Sample> alive(vm);
        QStringList later;
        const auto destroy = [&] {
            delete vm;
            if (throws)
                throw std::runtime_error("after the end");
        };
        connect(vm, &ViewModel::keysChanged, this, [&] { if (when == u"keys"_s) destroy(); });
        connect(vm, &Sample::aChanged, this, [&] { if (when == u"own"_s) destroy(); });
        connect(vm, &ViewModel::assigned, this, [&](const QString &key) { if (key == when) destroy(); });
        connect(vm, &ViewModel::assignsChanged, this, [&] { if (when == u"all"_s) destroy(); });
        if (throws)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a handler threw: after the end"_s));
        vm->assign({{u"a"_s, 10}, {u"x"_s, 10}, {u"fresh"_s, 1}});
        QVERIFY(!alive);
    }

    void handler_mayDestroyTheViewModelFromWithinAnInnerCommit()
    {
        auto *const vm = new Sample;
        const QPointer<Sample> alive(vm);
        onFirst(*vm, u"x"_s, [vm] { vm->assign({{u"y"_s, 21}, {u"note"_s, u"gone"_s}}); });
        onFirst(*vm, u"y"_s, [vm] { delete vm; });
        vm->assign({{u"x"_s, 10}, {u"y"_s, 20}, {u"last"_s, 1}});
        QVERIFY(!alive);
    }

    void handler_mayOpenAnEventLoop()
    {
        Sample vm;
        Recorder recorder(vm);
        onFirst(vm, u"x"_s, [&] {
            QEventLoop loop;
            QTimer::singleShot(0, &loop, [&] {
                vm.assign({{u"y"_s, 21}, {u"during"_s, 1}});
                loop.quit();
            });
            loop.exec();
        });
        vm.assign({{u"x"_s, 10}, {u"y"_s, 20}, {u"last"_s, 1}});
        const QStringList expected{u"keys"_s, u"x"_s, u"keys"_s, u"y"_s, u"during"_s, u"[y during]"_s, u"last"_s, u"[x y last]"_s};
        QCOMPARE(recorder.log, expected);
        QCOMPARE(vm.value<int>(u"y"_s), 21);
    }

    void assign_inAnUpdatesEventLoopIsRefused()
    {
        Sample vm;
        bool refused = false;
        vm.update(u"x"_s, [&](int n) {
            QEventLoop loop;
            QTimer::singleShot(0, &loop, [&] {
                refused = !thrown<ImmutableStateError>([&] { vm.assign(u"y"_s, 5); }).isNull();
                loop.quit();
            });
            loop.exec();
            return n + 1;
        });
        QVERIFY(refused);
        QCOMPARE(vm.value<int>(u"x"_s), 2);
    }
};

QTEST_GUILESS_MAIN(TestStoreNotifications)
#include "tst_store_notifications.moc"
#include "moc_storefixture.cpp"
