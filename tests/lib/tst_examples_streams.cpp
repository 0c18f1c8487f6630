// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The examples of the headers of streams, as they stand there.

#include <aside/streammodel.h>
#include <aside/testing.h>
#include <aside/viewmodel.h>

#include <QAbstractItemModelTester>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

struct File
{
    QString path;
    qint64 size = 0;
};

/// Watches what a model tells.
struct Tester : QAbstractItemModelTester
{
    explicit Tester(QAbstractItemModel *model) : QAbstractItemModelTester(model, FailureReportingMode::QtTest) { }
};

} // namespace

class TestExamplesStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowRoles()
    {
        const auto roles =
            RowRoles<File>{{"path", &File::path}, {"size", &File::size}, {"hidden", [](const File &file) {
                return file.path.startsWith(u'.');
            }}}.id(&File::path);

        StreamModelOf<File> files(roles);
        const Tester tester(&files);
        files.append(File{u".hidden"_s, 1});
        QCOMPARE(files.get(0), (QVariantMap{{u"path"_s, u".hidden"_s}, {u"size"_s, 1}, {u"hidden"_s, true}}));
    }

    void rowChanges()
    {
        StreamModelOf<File> files{RowRoles<File>{{"path", &File::path}}.id(&File::path)};
        const Tester tester(&files);
        files.append(File{u"old.txt"_s, 1});

        RowChanges<File> changes;
        changes.setLimit(-1000).append(File{u"new.txt"_s, 12}).remove(u"old.txt"_s);

        QCOMPARE(changes.size(), 3);
        const auto budget = std::chrono::milliseconds(4);
        while (!files.apply(changes, std::chrono::steady_clock::now() + budget)) {
            // the event loop serves others
        }
        QVERIFY(changes.isEmpty());
        QCOMPARE(files.count(), 1);
        QCOMPARE(files.row(0).path, u"new.txt"_s);
    }

    void streamModel()
    {
        StreamModelOf<File> files{RowRoles<File>{{"path", &File::path}, {"size", &File::size}}.id(&File::path)};
        const Tester tester(&files);
        files.setLimit(-1000);
        files.append(File{u"new.txt"_s, 12});
        files.upsert(File{u"new.txt"_s, 13});

        QCOMPARE(files.count(), 1);
        QCOMPARE(files.row(files.indexOfId(u"new.txt"_s)).size, 13);
    }

    void streamAsync()
    {
        const QTemporaryDir dir;
        const QString folder = dir.path();
        for (const QString &name : {u"a.txt"_s, u"b.txt"_s})
            QVERIFY(QFile(folder + u'/' + name).open(QIODevice::WriteOnly));
        StreamModelOf<File> files{RowRoles<File>{{"path", &File::path}}.id(&File::path)};
        const Tester tester(&files);
        files.append(File{u"old.txt"_s, 1});
        ViewModel vm;

        vm.streamAsync(u"list"_s, files, [folder](RowStream<File> &rows) {
            for (QDirIterator it(folder, QDir::Files); it.hasNext();) {
                it.next();
                if (!rows.append(File{it.filePath(), it.fileInfo().size()}))
                    return; // canceled
            }
        }, {.reset = true});

        QVERIFY(Testing::waitForIdle(vm));
        QCOMPARE(files.count(), 2);
        QVERIFY(files.indexOfId(QString(folder + u"/b.txt"_s)) >= 0);
        QCOMPARE(files.status().value(), 2);
    }

    void rowStream()
    {
        StreamModelOf<File> files{RowRoles<File>{{"path", &File::path}}.id(&File::path)};
        const Tester tester(&files);
        files.append(File{u"old.txt"_s, 1});
        files.append(File{u"gone.txt"_s, 2});
        const QList<File> news{{u"new.txt"_s, 3}, {u"old.txt"_s, 4}, {u"gone.txt"_s, -1}};
        ViewModel vm;

        vm.streamAsync(u"watch"_s, files, [news](TaskContext &context, RowStream<File> &rows) {
            for (qsizetype i = 0; i < news.size() && !rows.isCanceled(); ++i) {
                context.setProgress(double(i) / double(news.size()));
                if (news[i].size < 0)
                    rows.remove(news[i].path);
                else
                    rows.upsert(news[i], 0);
            }
        });

        QVERIFY(Testing::waitForIdle(vm));
        QCOMPARE(files.count(), 2);
        QCOMPARE(files.row(0).path, u"new.txt"_s);
        QCOMPARE(files.row(1).size, 4);
    }
};

QTEST_GUILESS_MAIN(TestExamplesStreams)
#include "tst_examples_streams.moc"
