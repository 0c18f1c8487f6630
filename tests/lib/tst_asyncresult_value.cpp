// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// An AsyncResult as a value: equal or not (S5), in a QVariant, in a store, read by name, on any thread.

#include "storefixture.h"

#include <aside/asyncresult.h>

#include <QDebug>
#include <QMetaProperty>

#include <cmath>
#include <latch>
#include <thread>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

const Failure s_disk(Failure::Kind::Exception, u"disk"_s);
const Failure s_net(Failure::Kind::Refused, u"net"_s);

/// An element that counts how often it is compared.
struct Element
{
    static inline int comparisons = 0;
    friend bool operator==(const Element &, const Element &) { return ++comparisons > 0; }
};

} // namespace

class Page : public Aside::ViewModel
{
    Q_OBJECT
    ASIDE_ASSIGN(Aside::AsyncResult, org)
    ASIDE_COMPUTED(QString, title, org->value<QString>(u"nobody"_s), org)
};

class TestAsyncResultValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equality_comparesAllThereIs_data()
    {
        QTest::addColumn<AsyncResult>("left");
        QTest::addColumn<AsyncResult>("right");
        QTest::addColumn<bool>("equal");
        const AsyncResult none;
        const AsyncResult loading = none.toLoading();
        const auto row = [](const char *name, const AsyncResult &left, const AsyncResult &right, bool equal) {
            QTest::newRow(name) << left << right << equal;
        };
        row("never asked", none, AsyncResult(), true);
        row("never asked, loading", none, loading, false);
        row("loading twice", loading, AsyncResult().toLoading(), true);
        row("first load, refreshing nothing", loading, none.toOk(QVariant()).toLoading(), false);
        row("canceled or failed", loading.toCanceled(), loading.toFailed(s_disk), false);
        row("canceled, with a value or without", loading.toCanceled(), none.toOk(QVariant()).toLoading().toCanceled(), false);
        row("same value", none.toOk(5), none.toOk(5), true);
        row("same number", none.toOk(5), none.toOk(5.0), true);
        row("other value", none.toOk(5), none.toOk(6), false);
        row("text and number", none.toOk(5), none.toOk(u"5"_s), false);
        row("NaN", none.toOk(std::nan("")), none.toOk(std::nan("")), true);
        row("same failure", none.toFailed(s_disk), none.toFailed({Failure::Kind::Exception, u"disk"_s}), true);
        row("other failure", none.toFailed(s_disk), none.toFailed(s_net), false);
        row("same progress", loading.withProgress(0.5, u"a"_s), loading.withProgress(0.5, u"a"_s), true);
        row("other progress", loading.withProgress(0.5), loading.withProgress(0.6), false);
        row("other text", loading.withProgress(0.5, u"a"_s), loading.withProgress(0.5, u"b"_s), false);
        row("progress and none", loading.withProgress(-1), loading, true);
    }
    void equality_comparesAllThereIs()
    {
        QFETCH(AsyncResult, left);
        QFETCH(AsyncResult, right);
        QFETCH(bool, equal);
        QCOMPARE(left == right, equal);
        QCOMPARE(right == left, equal);
        QCOMPARE(left != right, !equal);
        QCOMPARE(QVariant::fromValue(left) == QVariant::fromValue(right), equal);
    }

    void equality_neverWalksSharedData_data()
    {
        QTest::addColumn<QVariant>("huge");
        QTest::addColumn<QVariant>("copy");
        QTest::newRow("QList") << QVariant::fromValue(QList<Element>(1000)) << QVariant::fromValue(QList<Element>(1000));
        QTest::newRow("std::vector") << QVariant::fromValue(std::vector<Element>(1000))
                                     << QVariant::fromValue(std::vector<Element>(1000));
    }
    void equality_neverWalksSharedData()
    {
        QFETCH(QVariant, huge);
        QFETCH(QVariant, copy);
        const AsyncResult one = AsyncResult().toOk(huge);
        const AsyncResult two = one.toLoading().withProgress(0.5).toFailed(s_disk).toLoading().toOk(one.value());
        Element::comparisons = 0;
        QVERIFY(one == two);
        QVERIFY(QVariant::fromValue(one) == QVariant::fromValue(two));
        QVERIFY(one.toLoading() == two.toLoading());
        // What differs is told by less than the value.
        const AsyncResult other = AsyncResult().toOk(copy);
        QVERIFY(one.toLoading() != other);
        QVERIFY(one.toFailed(s_disk) != other.toFailed(s_net));
        QVERIFY(one.toLoading().withProgress(0.5) != other.toLoading());
        QCOMPARE(Element::comparisons, 0);
        QVERIFY(one == other);
        QCOMPARE(Element::comparisons, 1000); // so the count counts
    }

    void variant_holdsItAsItIs()
    {
        const AsyncResult result = AsyncResult().toOk(u"old"_s).toLoading().withProgress(0.5, u"a"_s);
        const QVariant variant = QVariant::fromValue(result);
        QCOMPARE(variant.metaType(), QMetaType::fromType<AsyncResult>());
        QCOMPARE(variant.value<AsyncResult>(), result);
        QCOMPARE(AsyncResult().toOk(variant).value<AsyncResult>(), result);
        QVERIFY(QVariant(QMetaType::fromType<AsyncResult>()) == QVariant::fromValue(AsyncResult()));
        QVERIFY(variant != QVariant::fromValue(AsyncResult()));
        QCOMPARE(QMetaType::fromName("Aside::AsyncResult"), variant.metaType());
        QVERIFY(variant.metaType().isEqualityComparable());
    }

    void store_tellsNobodyOfAnEqualResult_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("declared") << u"org"_s;
        QTest::newRow("dynamic") << u"dynamic"_s;
    }
    void store_tellsNobodyOfAnEqualResult()
    {
        QFETCH(QString, key);
        Page page;
        page.assign(key, AsyncResult().toLoading());
        Recorder recorder(page);
        page.assign(key, AsyncResult().toLoading());
        page.update(key, [](const AsyncResult &now) { return now.toLoading().withProgress(-1); });
        page.update(key, [](const AsyncResult &now) { return now; });
        QCOMPARE(recorder.take(), QStringList());
        page.update(key, [](const AsyncResult &now) { return now.withProgress(0.5); });
        QCOMPARE(recorder.take().count(key), 1);
        QCOMPARE(page.value<AsyncResult>(key), AsyncResult().toLoading().withProgress(0.5));
    }

    void declaredAssign_isAnyOtherOne()
    {
        Page page;
        QCOMPARE(page.org->status(), AsyncResult::Status::NeverAsked);
        QCOMPARE(page.title.value(), u"nobody"_s);
        int told = 0;
        connect(&page, &Page::orgChanged, this, [&] { ++told; });
        page.org = page.org->toOk(u"Harbour office"_s);
        page.org = AsyncResult().toOk(u"Harbour office"_s);
        page.org.update([](const AsyncResult &now) { return now.toLoading(); });
        QCOMPARE(told, 2);
        QCOMPARE(page.title.value(), u"Harbour office"_s);
        QCOMPARE(page.property("org").value<AsyncResult>().status(), AsyncResult::Status::Refreshing);
    }

    void declaredAssign_takesNothingElse()
    {
        Page page;
        page.org = page.org->toOk(u"here"_s);
        QCOMPARE(thrown<AssignError>([&] { page.assign(u"org"_s, 6); }),
                 u"cannot assign ‘org’: it holds Aside::AsyncResult, not int"_s);
        QCOMPARE(page.org->value<QString>(), u"here"_s);
    }

    void properties_areReadByName_data()
    {
        QTest::addColumn<QVariant>("expected");
        QTest::newRow("status") << QVariant(int(AsyncResult::Status::Failed));
        QTest::newRow("loading") << QVariant(false);
        QTest::newRow("ok") << QVariant(true);
        QTest::newRow("failed") << QVariant(true);
        QTest::newRow("canceled") << QVariant(false);
        QTest::newRow("value") << QVariant(u"old"_s);
        QTest::newRow("failure") << QVariant::fromValue(s_disk);
        QTest::newRow("progress") << QVariant(-1.0);
        QTest::newRow("progressText") << QVariant(QString());
    }
    void properties_areReadByName()
    {
        QFETCH(QVariant, expected);
        const AsyncResult result = AsyncResult().toOk(u"old"_s).toFailed(s_disk);
        const QMetaObject &type = AsyncResult::staticMetaObject;
        const QMetaProperty property = type.property(type.indexOfProperty(QTest::currentDataTag()));
        QVERIFY(property.isValid());
        QVERIFY(property.isConstant() && property.isFinal() && !property.isWritable());
        QCOMPARE(property.readOnGadget(&result), expected);
        QCOMPARE(type.propertyCount(), 9);
    }

    void result_isSafeToHandToAnyThread()
    {
        const AsyncResult shared = AsyncResult().toOk(QStringList(1000, u"row"_s)).toLoading();
        QList<AsyncResult> ends(4);
        std::latch together(ends.size());
        std::vector<std::thread> threads;
        for (qsizetype i = 0; i < ends.size(); ++i) {
            threads.emplace_back([shared, &end = ends[i], &together, i] {
                together.arrive_and_wait();
                for (int step = 0; step <= 100; ++step)
                    end = shared.withProgress(step / 100.0, QString::number(i)).toLoading();
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        for (qsizetype i = 0; i < ends.size(); ++i) {
            QCOMPARE(ends[i], shared);
            QVERIFY(ends[i].value<QStringList>().isSharedWith(shared.value<QStringList>()));
        }
    }

    void debugOutput_tellsTheStateAndNotTheData()
    {
        const auto text = [](const AsyncResult &result) {
            QString out;
            QDebug(&out) << result << 1;
            return out;
        };
        QCOMPARE(text({}), u"AsyncResult(NeverAsked) 1 "_s);
        const AsyncResult old = AsyncResult().toOk(QStringList(1000));
        QCOMPARE(text(old), u"AsyncResult(Ok, QStringList) 1 "_s);
        QCOMPARE(text(old.toLoading().withProgress(0.5, u"a"_s)), u"AsyncResult(Refreshing, QStringList, 0.5, \"a\") 1 "_s);
        QCOMPARE(text(old.toFailed(s_disk)), u"AsyncResult(Failed, QStringList, \"disk\") 1 "_s);
        QCOMPARE(text(AsyncResult().toOk(QVariant())), u"AsyncResult(Ok, nothing) 1 "_s);
    }
};

QTEST_GUILESS_MAIN(TestAsyncResultValue)
#include "tst_asyncresult_value.moc"
#include "moc_storefixture.cpp"
