// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The second place that shows dynamic assigns, as QML has one: it never lags behind a notification.

#include "storefixture.h"

#include <aside/assignsmirror.h>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

struct Mirror : Detail::AssignsMirror
{
    void create(const QVariantHash &fresh) override
    {
        ++creations;
        for (auto entry = fresh.cbegin(); entry != fresh.cend(); ++entry) {
            if (values.contains(entry.key()))
                log.append(u"created twice: "_s + entry.key());
            values.insert(entry.key(), entry.value());
        }
    }
    void write(const QString &key, const QVariant &value) override
    {
        if (!values.contains(key))
            log.append(u"never created: "_s + key);
        values.insert(key, value);
        log.append(u"write "_s + key);
    }
    void notify(const QString &key) override { log.append(u"notify %1=%2"_s.arg(key, values.value(key).toString())); }

    QVariantHash values;
    QStringList log;
    int creations = 0;
};

} // namespace

class TestStoreMirror : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void install_showsWhatIsThereAndNothingDeclared()
    {
        Sample vm;
        Mirror mirror;
        Mirror::install(vm, &mirror);
        QCOMPARE(mirror.values, (QVariantHash{{u"x"_s, 1}, {u"y"_s, 2}, {u"note"_s, u"start"_s}}));
        QCOMPARE(mirror.creations, 1);
        QCOMPARE(mirror.log, QStringList());
    }

    void commit_fillsTheMirrorBeforeTheFirstNotification()
    {
        Sample vm;
        Mirror mirror;
        Mirror::install(vm, &mirror);
        vm.assign({{u"a"_s, 10}, {u"x"_s, 10}, {u"fresh"_s, 5}, {u"y"_s, 20}});
        const QStringList expected{u"write x"_s, u"write y"_s, u"notify x=10"_s, u"notify fresh=5"_s, u"notify y=20"_s};
        QCOMPARE(mirror.log, expected);
        QCOMPARE(mirror.creations, 2);
    }

    void everySignal_findsTheMirrorComplete()
    {
        Sample vm;
        Mirror mirror;
        Mirror::install(vm, &mirror);
        int looks = 0;
        int wrong = 0;
        const auto look = [&] {
            ++looks;
            wrong += mirror.values != QVariantHash{{u"x"_s, 10}, {u"y"_s, 20}, {u"note"_s, u"start"_s}, {u"fresh"_s, 5}};
        };
        connect(&vm, &ViewModel::keysChanged, this, look);
        connect(&vm, &Sample::aChanged, this, look);
        connect(&vm, &ViewModel::assigned, this, look);
        connect(&vm, &ViewModel::assignsChanged, this, look);
        vm.assign({{u"a"_s, 10}, {u"x"_s, 10}, {u"fresh"_s, 5}, {u"y"_s, 20}});
        QCOMPARE(looks, 8);
        QCOMPARE(wrong, 0);
    }

    void innerCommit_reachesTheMirrorForAPendingKey()
    {
        Sample vm;
        Mirror mirror;
        Mirror::install(vm, &mirror);
        connect(&vm, &ViewModel::assigned, this, [&](const QString &key) {
            if (key == u"x"_s)
                vm.assign(u"y"_s, 21);
        });
        vm.assign({{u"x"_s, 10}, {u"y"_s, 20}});
        QCOMPARE(mirror.values.value(u"y"_s), QVariant(21));
        const QStringList expected{u"write x"_s, u"write y"_s, u"notify x=10"_s, u"write y"_s, u"notify y=21"_s};
        QCOMPARE(mirror.log, expected);
    }

    void refusedCommit_neverReachesTheMirror()
    {
        Sample vm;
        Mirror mirror;
        Mirror::install(vm, &mirror);
        QVERIFY_EXCEPTION_THROWN(vm.assign({{u"x"_s, 10}, {u"fresh"_s, 1}, {u"a"_s, u"text"_s}}), AssignError);
        vm.assign(u"x"_s, 1); // equal
        QCOMPARE(mirror.log, QStringList());
        QCOMPARE(mirror.creations, 1);
        vm.assign(u"fresh"_s, 2);
        QCOMPARE(mirror.log, QStringList{u"notify fresh=2"_s});
    }

    void manyKeys_areCreatedInOneGo()
    {
        Sample vm;
        Mirror mirror;
        Mirror::install(vm, &mirror);
        Assigns many;
        for (int i = 0; i < 10000; ++i)
            many.set(u"key%1"_s.arg(i), i);
        vm.assign(std::move(many));
        QCOMPARE(mirror.creations, 2);
        QCOMPARE(mirror.values.size(), 10003);
        QVERIFY(mirror.log.filter(u"write"_s).isEmpty());
        QCOMPARE(mirror.log.size(), 10000);
    }

    void install_toNullEndsIt()
    {
        Sample vm;
        Mirror first;
        Mirror second;
        Mirror::install(vm, &first);
        Mirror::install(vm, nullptr);
        vm.assign({{u"x"_s, 10}, {u"fresh"_s, 1}});
        QCOMPARE(first.values.size(), 3);
        QCOMPARE(first.log, QStringList());
        Mirror::install(vm, &second);
        QCOMPARE(second.values.size(), 4);
        QCOMPARE(second.creations, 1);
        QCOMPARE(second.log, QStringList());
        QCOMPARE(second.values.value(u"x"_s), QVariant(10));
    }
};

QTEST_GUILESS_MAIN(TestStoreMirror)
#include "tst_store_mirror.moc"
#include "moc_storefixture.cpp"
