// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

#include "support.h"

#include <QProcess>

using namespace Aside;
using namespace Test;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults_areThoseOfTheContract()
    {
        QVERIFY(isAsync());
        QCOMPARE(frameBudget(), 4ms);
        QCOMPARE(quitGrace(), 2s);
        QCOMPARE(cancelGrace(), 5s);
    }

    void setters_areReadBack()
    {
        setAsync(false);
        setFrameBudget(7ms);
        setQuitGrace(8ms);
        setCancelGrace(9ms);
        QVERIFY(!isAsync());
        QCOMPARE(frameBudget(), 7ms);
        QCOMPARE(quitGrace(), 8ms);
        QCOMPARE(cancelGrace(), 9ms);
        setAsync(true);
        QVERIFY(isAsync());
    }

    void environment_turnsAsynchronyOff_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("unset") << QString() << u"None"_s;
        QTest::newRow("0") << u"0"_s << u"Ok"_s;
        QTest::newRow("1") << u"1"_s << u"None"_s;
    }
    void environment_turnsAsynchronyOff()
    {
        QFETCH(const QString, value);
        QFETCH(const QString, outcome);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"ASIDE_ASYNC"_s);
        if (!value.isNull())
            environment.insert(u"ASIDE_ASYNC"_s, value);
        QProcess child;
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {u"--child"_s});
        QVERIFY(child.waitForFinished(-1));
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        QCOMPARE(child.exitCode(), 0);
        QCOMPARE(QString::fromUtf8(child.readAllStandardOutput()).trimmed(), outcome);
    }
};

namespace {

/// Prints how far a task is when assignAsync has returned.
int startOne()
{
    ViewModel vm;
    const Gate asked;
    const bool wait = isAsync();
    const Task task = vm.assignAsync(u"t"_s, [asked, wait] {
        if (wait)
            asked.pass();
        return Assigns();
    });
    puts(qPrintable(Story::word(task.outcome())));
    asked.open();
    return 0;
}

}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (application.arguments().contains(u"--child"_s))
        return startOne();
    TestSettings test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_settings.moc"
