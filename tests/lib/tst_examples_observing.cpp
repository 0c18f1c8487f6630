// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The examples in the headers about who looks at runs, as they stand there.

#include "support.h"

#include <aside/taskregistry.h>
#include <aside/testing.h>
#include <aside/trace.h>

#include <QDir>
#include <QTemporaryDir>

using namespace Aside;

class TestExamplesObserving : public QObject
{
    Q_OBJECT

private:
    QStringList m_slow;
    double m_timeSpent = 0;

    static Assigns work(TaskContext &context)
    {
        context.sleep(2s);
        return {};
    }

private Q_SLOTS:
    void taskInfo()
    {
        Testing::ManualScheduler scheduler;
        ViewModel library;
        QObject::connect(&library, &ViewModel::taskEnded, this, [this](const TaskInfo &task) {
            if (task.ran > 500)
                m_slow += task.name;
        });
        library.assignAsync(u"index"_s, &work);
        library.assignAsync(u"quick"_s, [] { return Assigns(); });
        QVERIFY(Testing::waitForIdle(library));
        QCOMPARE(m_slow, QStringList{u"index"_s});
    }

    void taskRegistry()
    {
        Testing::ManualScheduler scheduler;
        QObject::connect(&TaskRegistry::instance(), &TaskRegistry::ended, this, [this](const QList<TaskInfo> &tasks) {
            for (const TaskInfo &task : tasks)
                m_timeSpent += std::max(0.0, task.ran);
        });
        ViewModel library;
        library.assignAsync(u"index"_s, &work);
        const Test::Log log;
        for (const TaskInfo &task : TaskRegistry::instance().live())
            qInfo() << task.viewModel << task.name << task.status;
        QCOMPARE(log.lines(), QStringList{u"default: \"Aside::ViewModel\" \"index\" Aside::TaskInfo::Status::Queued"_s});
        for (const TaskInfo &task : TaskRegistry::instance().live()) {
            if (task.ran > 60'000)
                TaskRegistry::instance().cancel(task.id);
        }
        QVERIFY(Testing::waitForIdle(library));
        QTRY_COMPARE(m_timeSpent, 2000.0);
    }

    void trace()
    {
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));

        QString error;
        if (!Aside::startTrace(u"trace.json"_s, &error))
            qWarning() << error;
        QVERIFY(Aside::isTracing());
        Aside::stopTrace();

        QVERIFY(QDir::setCurrent(before));
        QVERIFY(QFile::exists(folder.filePath(u"trace.json"_s)));
    }
};

QTEST_GUILESS_MAIN(TestExamplesObserving)
#include "tst_examples_observing.moc"
