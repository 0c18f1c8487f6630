// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What a run has posted and nobody has taken: merged where it only sets, bounded, in order (B5, M3).

#include <aside/postbox_p.h>

#include <QTest>

using namespace Aside;
using namespace Aside::Detail;
using namespace Qt::StringLiterals;

namespace {

Assigns increment(const QString &key)
{
    return Assigns{{key, update([](int n) { return n + 1; })}};
}

QStringList describe(const Assigns &post)
{
    QStringList lines;
    for (const Assigns::Entry &entry : post)
        lines.append(entry.key() + (entry.isUpdate() ? u"+"_s : u"=%1"_s.arg(entry.value().toString())));
    return lines;
}

} // namespace

class TestPostBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sets_areMergedByKey()
    {
        PostBox box;
        box.add(Assigns{{u"a"_s, 1}, {u"b"_s, 1}});
        box.add(Assigns{{u"b"_s, 2}, {u"c"_s, 2}});
        box.add(Assigns{{u"a"_s, 3}, {u"a"_s, 4}});
        const auto posts = box.take();
        QCOMPARE(posts.size(), size_t(1));
        QCOMPARE(describe(posts[0]), (QStringList{u"a=4"_s, u"b=2"_s, u"c=2"_s}));
    }

    void updates_stayApartAndInOrder()
    {
        PostBox box;
        box.add(Assigns{{u"a"_s, 1}});
        box.add(increment(u"a"_s));
        box.add(increment(u"a"_s));
        box.add(Assigns{{u"a"_s, 5}});
        box.add(Assigns{{u"a"_s, 6}});
        box.add(Assigns{{u"a"_s, 7}, {u"b"_s, update([](int n) { return n; })}});
        box.add(Assigns{{u"a"_s, 8}});
        QList<QStringList> found;
        for (const Assigns &post : box.take())
            found.append(describe(post));
        const QList<QStringList> expected{{u"a=1"_s}, {u"a+"_s}, {u"a+"_s}, {u"a=6"_s}, {u"a=7"_s, u"b+"_s}, {u"a=8"_s}};
        QCOMPARE(found, expected);
    }

    void take_leavesNothingBehind()
    {
        PostBox box;
        box.add(Assigns{{u"a"_s, 1}});
        QCOMPARE(box.take().size(), size_t(1));
        QVERIFY(box.take().empty());
        box.add(Assigns{{u"a"_s, 2}}); // must not go to what was taken
        const auto posts = box.take();
        QCOMPARE(posts.size(), size_t(1));
        QCOMPARE(describe(posts[0]), QStringList{u"a=2"_s});
    }

    void flood_ofSetsNeverFillsIt()
    {
        PostBox box;
        for (int i = 0; i < 100000; ++i)
            box.add(Assigns{{u"done"_s, i}, {u"key%1"_s.arg(i % 10), i}});
        QVERIFY(!box.isFull());
        const auto posts = box.take();
        QCOMPARE(posts.size(), size_t(1));
        QCOMPARE(posts[0].size(), 11);
    }

    void flood_ofUpdatesFillsIt()
    {
        PostBox box;
        int added = 0;
        for (; !box.isFull() && added < 100000; ++added)
            box.add(increment(u"n"_s));
        QCOMPARE(added, 1024);
        QCOMPARE(box.take().size(), size_t(1024));
        QVERIFY(!box.isFull());
    }

    void flood_ofKeysFillsIt()
    {
        PostBox box;
        int added = 0;
        for (; !box.isFull() && added < 100000; ++added)
            box.add(Assigns{{u"key%1"_s.arg(added), added}});
        QCOMPARE(added, 1024);
        QCOMPARE(box.take().size(), size_t(1));
        QVERIFY(!box.isFull());
    }

    void emptyPosts_takeNoRoom()
    {
        PostBox box;
        for (int i = 0; i < 5000; ++i)
            box.add(Assigns());
        QVERIFY(!box.isFull());
        QVERIFY(box.take().size() <= 1);
    }
};

QTEST_APPLESS_MAIN(TestPostBox)
#include "tst_postbox.moc"
