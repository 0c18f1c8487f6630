// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The numbers of keys: those that were taken back leave no trace, and no key hides another.

#include <aside/keyindex_p.h>

#include <QStringList>
#include <QTest>

using namespace Aside::Detail;
using namespace Qt::StringLiterals;

namespace {

/// An index, and the keys that it does not hold itself.
struct Keys
{
    auto keyOf() const
    {
        return [this](int number) -> const QString & { return all.at(number); };
    }
    void add(const QString &key)
    {
        all.append(key);
        index.add(keyOf());
    }
    void removeFrom(int number)
    {
        index.removeFrom(number, keyOf());
        all.resize(number);
    }
    int find(const QString &key) const { return index.find(key, keyOf()); }
    QStringList wronglyFound() const
    {
        QStringList wrong;
        for (int number = 0; number < all.size(); ++number) {
            if (find(all.at(number)) != number)
                wrong.append(all.at(number));
        }
        return wrong;
    }

    QStringList all;
    KeyIndex index;
};

QString key(int number)
{
    return u"key%1"_s.arg(number);
}

} // namespace

class TestKeyIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty_findsNothing()
    {
        const Keys keys;
        QCOMPARE(keys.find(u"a"_s), -1);
        QCOMPARE(keys.find(QString()), -1);
    }

    void everySize_findsAllOfItsKeysAndNoOther()
    {
        Keys keys;
        for (int number = 0; number < 200; ++number) {
            QCOMPARE(keys.find(key(number)), -1);
            keys.add(key(number));
            QCOMPARE(keys.wronglyFound(), QStringList());
        }
    }

    void removed_areGoneAndTheOthersStay()
    {
        for (int left = 0; left <= 100; ++left) {
            Keys keys;
            for (int number = 0; number < 100; ++number)
                keys.add(key(number));
            keys.removeFrom(left);
            QCOMPARE(keys.wronglyFound(), QStringList());
            for (int number = left; number < 100; ++number)
                QCOMPARE(keys.find(key(number)), -1);
        }
    }

    void removed_comeBackUnderOtherNumbers()
    {
        Keys keys;
        for (int round = 0; round < 50; ++round) {
            for (int number = 0; number < 20; ++number)
                keys.add(key((number + round) % 20 + (number < 5 ? 0 : 100)));
            QCOMPARE(keys.wronglyFound(), QStringList());
            keys.removeFrom(0);
        }
        QCOMPARE(keys.find(key(3)), -1);
    }

    // As a snapshot does.
    void copy_knowsWhatThereWas()
    {
        Keys keys;
        for (int number = 0; number < 10; ++number)
            keys.add(key(number));
        const Keys copy = keys;
        keys.removeFrom(5);
        keys.add(key(20));
        QCOMPARE(copy.wronglyFound(), QStringList());
        QCOMPARE(copy.find(key(20)), -1);
        QCOMPARE(keys.wronglyFound(), QStringList());
        QCOMPARE(keys.find(key(5)), -1);
    }
};

QTEST_GUILESS_MAIN(TestKeyIndex)
#include "tst_keyindex.moc"
