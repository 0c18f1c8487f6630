// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// M4: how a process leaves. Each scenario is a process of its own: this program, started with
// `--child SCENARIO`. It prints what it tells, and its log goes to stderr.

#include "support.h"

#include <aside/mailbox_p.h>

#include <QProcess>
#include <QTimer>

#include <optional>
#include <thread>

using namespace Aside;
using namespace Test;

class TestQuit : public QObject
{
    Q_OBJECT

private:
    QString m_said;
    QString m_logged;

    bool leave(const QString &scenario)
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--child"_s, scenario});
        if (!child.waitForFinished(int(std::chrono::milliseconds(2 * deadline).count()))) {
            child.kill();
            child.waitForFinished();
            return false;
        }
        m_said = QString::fromUtf8(child.readAllStandardOutput());
        m_logged = QString::fromUtf8(child.readAllStandardError());
        if (child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
            qInfo().noquote() << child.exitCode() << m_logged;
        return child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0;
    }

private Q_SLOTS:
    void quit_leavesCleanlyWithWork_data()
    {
        QTest::addColumn<QString>("work");
        QTest::newRow("none") << u"none"_s;
        QTest::newRow("queued, running and sleeping") << u"busy"_s;
        QTest::newRow("posting faster than it is taken") << u"posting"_s;
        QTest::newRow("of a ViewModel that is never destroyed") << u"leaked"_s;
        QTest::newRow("without exec()") << u"noexec"_s;
        QTest::newRow("detached") << u"detached"_s;
        QTest::newRow("on another thread") << u"thread"_s;
    }
    void quit_leavesCleanlyWithWork()
    {
        QFETCH(const QString, work);
        QVERIFY(leave(work));
        QVERIFY2(!m_logged.contains(u"leaving without"_s), qPrintable(m_logged));
    }

    void quit_tellsAllThatTheyAreCanceledAndDestroysWhatTheyHold()
    {
        QVERIFY(leave(u"busy"_s));
        for (const QString &name : {u"queued"_s, u"running"_s, u"sleeping"_s})
            QCOMPARE(m_said.count(QString(name + " Canceled"_L1)), 1);
        QVERIFY(m_said.contains(u"held 0"_s));
    }

    void quit_isToldToViewModelsOfOtherThreads()
    {
        QVERIFY(leave(u"thread"_s));
        QCOMPARE(m_said.count(u"sleeping Canceled"_s), 1);
    }

    void quit_letsThreadsGoThatWaitForBlocks()
    {
        QVERIFY(leave(u"asking"_s));
        QCOMPARE(m_said.count(u"the application is leaving"_s), 2);
    }

    void quit_startsNothingNew()
    {
        QVERIFY(leave(u"restart"_s));
        QVERIFY(m_said.contains(u"first Canceled"_s));
        QVERIFY(m_said.contains(u"second invalid"_s));
    }

    void quit_namesThoseWhoNeverListenAndLeaves()
    {
        QVERIFY(leave(u"deaf"_s));
        QCOMPARE(m_logged.count(u"leaving without task \"deaf\""_s), 1);
        QVERIFY(m_logged.contains(u"10 ms"_s));
        QVERIFY(!m_logged.contains(u"\"sleeping\""_s));
    }

    void application_mayBeMadeAgain()
    {
        QVERIFY(leave(u"again"_s));
        QCOMPARE(m_said.count(u"t Ok"_s), 3);
        QCOMPARE(m_said.count(u"sleeping Canceled"_s), 3);
        QCOMPARE(m_said.count(u"between invalid"_s), 3);
    }
};

namespace {

void say(const QString &text)
{
    puts(qPrintable(text));
    fflush(stdout);
}

void tellOutcomes(ViewModel &vm)
{
    QObject::connect(&vm, &ViewModel::taskFinished, &vm,
                     [](const QString &name, Outcome outcome) { say(QString(name + u' ' + Story::word(outcome))); });
}

/// A task that waits for its cancellation; returns once it does.
Task startSleeping(ViewModel &vm)
{
    const Gate began;
    const Task task = vm.assignAsync(u"sleeping"_s, [began](TaskContext &context) {
        began.open();
        while (context.sleep(1h)) { }
        return Assigns();
    });
    began.pass();
    return task;
}

void startBusy(ViewModel &vm, const std::shared_ptr<int> &held)
{
    startSleeping(vm);
    const int workers = std::max(2, QThread::idealThreadCount());
    const Gate began;
    for (int i = 0; i < workers; ++i) {
        vm.assignAsync(i == 0 ? u"running"_s : u"busy %1"_s.arg(i), [began, held](TaskContext &context) {
            began.open();
            while (!context.isCanceled())
                QThread::yieldCurrentThread();
            return Assigns{{u"held"_s, QVariant::fromValue(held)}};
        });
    }
    for (int i = 0; i < workers; ++i)
        began.pass();
    vm.assignAsync(u"queued"_s, [held] { return Assigns(); });
}

int runAgain(int &argc, char **argv)
{
    ViewModel vm; // outlives each of them
    tellOutcomes(vm);
    for (int round = 0; round < 3; ++round) {
        {
            const QCoreApplication application(argc, argv);
            const Task task = vm.assignAsync(u"t"_s, [round] { return Assigns{{u"round"_s, round}}; });
            if (!eventually([&] { return task.outcome() == Outcome::Ok; }))
                return 1;
            startSleeping(vm);
        }
        say(vm.assignAsync(u"t"_s, [] { return Assigns(); }).isValid() ? u"between valid"_s : u"between invalid"_s);
    }
    return 0;
}

/// A thread waits for a block of a ViewModel that outlives the application; another asks once that is gone.
int runAsking(int &argc, char **argv)
{
    auto application = std::make_unique<QCoreApplication>(argc, argv);
    ViewModel vm;
    const auto ask = [token = vm.token()] {
        try {
            modifyState(token, [](LiveState &) { say(u"called"_s); });
        } catch (const StateGoneError &error) {
            say(error.message());
        }
    };
    std::thread waiting(ask);
    while (!Detail::Mailbox::ofCurrentThread()->hasMore())
        QThread::yieldCurrentThread();
    application.reset();
    waiting.join();
    std::thread(ask).join();
    return 0;
}

int child(const QString &scenario, QCoreApplication &application)
{
    const auto held = std::make_shared<int>(0);
    int code = 0;
    {
        auto vm = std::make_unique<ViewModel>();
        tellOutcomes(*vm);
        std::optional<Home> home;
        ViewModel *away = nullptr;
        if (scenario == "busy"_L1 || scenario == "leaked"_L1) {
            startBusy(*vm, held);
        } else if (scenario == "noexec"_L1) {
            startBusy(*vm, held);
            static_cast<void>(vm.release());
            return 0;
        } else if (scenario == "posting"_L1) {
            const Gate began;
            vm->assignAsync(u"posting"_s, [began](TaskContext &context) {
                for (int i = 0; !context.isCanceled(); ++i) {
                    context.post({{QString::number(i), i}});
                    began.open();
                }
                return Assigns();
            });
            began.pass();
        } else if (scenario == "detached"_L1) {
            const Gate began;
            vm->assignAsync(u"detached"_s, [began](TaskContext &context) {
                began.open();
                while (context.sleep(1h)) { }
                return Assigns();
            }, {.onDestroyed = OnDestroyed::Detach});
            began.pass();
            vm.reset();
        } else if (scenario == "thread"_L1) {
            home.emplace();
            home->run([&away] {
                away = new ViewModel;
                tellOutcomes(*away);
                startSleeping(*away);
            });
        } else if (scenario == "restart"_L1) {
            QObject::connect(vm.get(), &ViewModel::taskFinished, &application, [&] {
                say(vm->assignAsync(u"second"_s, [] { return Assigns(); }).isValid() ? u"second valid"_s : u"second invalid"_s);
            });
            vm->assignAsync(u"first"_s, [](TaskContext &context) {
                context.sleep(1h);
                return Assigns();
            });
        } else if (scenario == "deaf"_L1) {
            setQuitGrace(10ms);
            startSleeping(*vm);
            const Gate began, never;
            vm->assignAsync(u"deaf"_s, [began, never]() -> Assigns {
                began.open();
                for (;;)
                    never.pass();
            });
            began.pass();
        }
        QTimer::singleShot(0, &application, &QCoreApplication::quit);
        code = application.exec();
        if (home)
            home->run([away] { delete away; });
        if (scenario == "leaked"_L1)
            static_cast<void>(vm.release());
    }
    say(u"held %1"_s.arg(held.use_count() - 1));
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    const bool isChild = argc == 3 && qstrcmp(argv[1], "--child") == 0;
    if (isChild && qstrcmp(argv[2], "again") == 0)
        return runAgain(argc, argv);
    if (isChild && qstrcmp(argv[2], "asking") == 0)
        return runAsking(argc, argv);
    QCoreApplication application(argc, argv);
    if (isChild)
        return child(QString::fromLocal8Bit(argv[2]), application);
    TestQuit test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_quit.moc"
