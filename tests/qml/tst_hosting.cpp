// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "counter.h"

#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// View models that C++ makes and gives to QML, in ways that Qt Quick Test has no part in.
class tst_Hosting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void requiredProperty_isBound();
    void refusedWriteOfCompiledCode_isAnErrorOfTheScript_data();
    void refusedWriteOfCompiledCode_isAnErrorOfTheScript();
    void refusedWriteWithoutAScript_isLogged();
    void twoEngines_shareAViewModel();
    void engineThatDies_leavesTheViewModel();
    void handlerMayDestroyTheViewModel_data();
    void handlerMayDestroyTheViewModel();
    void assigns_areThereWithoutAnImport();

private:
    struct View
    {
        explicit View(Counter *counter, const QString &type = u"Compiled"_s);

        QQmlEngine engine;
        std::unique_ptr<QObject> object;
    };
    /// What \a expression throws in \a view, as text; empty if nothing.
    static QString errorOf(const View &view, const QString &expression);
};

tst_Hosting::View::View(Counter *counter, const QString &type)
{
    engine.addImportPath(u":/qt/qml"_s);
    QQmlComponent component(&engine, QUrl(u"qrc:/qt/qml/AsideFixtures/%1.qml"_s.arg(type)));
    object.reset(component.createWithInitialProperties({{u"counter"_s, QVariant::fromValue(counter)}}));
    if (!object)
        qFatal("%s", qPrintable(component.errorString()));
}

QString tst_Hosting::errorOf(const View &view, const QString &expression)
{
    auto &engine = const_cast<QQmlEngine &>(view.engine);
    QJSValue function = engine.evaluate(u"(function(view) { try { "_s + expression
                                        + u" } catch (e) { return e.message } return '' })"_s);
    return function.call({engine.newQObject(view.object.get())}).toString();
}

void tst_Hosting::requiredProperty_isBound()
{
    Counter counter;
    const View view(&counter);
    counter.assign({{u"a"_s, 2}, {u"b"_s, 20}});
    QCOMPARE(view.object->property("total").toInt(), 22);
    QVERIFY(QMetaObject::invokeMethod(view.object.get(), "setA", Q_ARG(int, 3)));
    QCOMPARE(counter.a.value(), 3);
}

void tst_Hosting::refusedWriteOfCompiledCode_isAnErrorOfTheScript_data()
{
    QTest::addColumn<bool>("seenByScriptBefore");
    QTest::newRow("only compiled code has seen it") << false;
    QTest::newRow("a script has seen it") << true;
}

void tst_Hosting::refusedWriteOfCompiledCode_isAnErrorOfTheScript()
{
    QFETCH(const bool, seenByScriptBefore);
    Counter counter;
    const View view(&counter);
    if (seenByScriptBefore)
        QCOMPARE(errorOf(view, u"view.counter.a = 2"_s), QString());
    QCOMPARE(errorOf(view, u"view.setA(13)"_s), u"thirteen is refused"_s);
    QVERIFY(counter.a != 13);
}

void tst_Hosting::refusedWriteWithoutAScript_isLogged()
{
    Counter counter;
    const View view(&counter);
    QTest::ignoreMessage(QtWarningMsg, "thirteen is refused");
    QVERIFY(counter.setProperty("a", 13));
    QCOMPARE(counter.a.value(), 1);
    // Nothing is left behind that the next script would stumble over.
    QCOMPARE(errorOf(view, u"view.setA(3)"_s), QString());
    QCOMPARE(counter.a.value(), 3);
}

void tst_Hosting::twoEngines_shareAViewModel()
{
    Counter counter;
    const View first(&counter);
    const View second(&counter);
    QCOMPARE(errorOf(first, u"view.counter.update('a', a => a + 1)"_s), QString());
    QCOMPARE(errorOf(second, u"view.counter.assign({ a: view.counter.a + 1, extra: 5 })"_s), QString());
    QCOMPARE(first.object->property("total").toInt(), 13);
    QCOMPARE(second.object->property("total").toInt(), 13);
    QCOMPARE(errorOf(first, u"view.counter.assigns.extra = 6"_s), QString());
    QCOMPARE(errorOf(second, u"if (view.counter.assigns.extra !== 6) throw 'stale'"_s), QString());

    QCOMPARE(errorOf(first, u"view.counter.a = 13"_s), u"thirteen is refused"_s);
    QTest::ignoreMessage(QtWarningMsg, "thirteen is refused");
    QCOMPARE(errorOf(second, u"view.counter.a = 13"_s), QString());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot call a function of a script"_s));
    QCOMPARE(errorOf(second, u"view.counter.update('a', a => a + 1)"_s), QString());
    QCOMPARE(counter.a.value(), 3);
}

void tst_Hosting::engineThatDies_leavesTheViewModel()
{
    Counter counter;
    {
        const View view(&counter);
        QCOMPARE(errorOf(view, u"view.counter.assigns.extra = [1, { two: 2 }]"_s), QString());
        QCOMPARE(errorOf(view, u"view.counter.assign('map', { list: [1] })"_s), QString());
    }
    QCOMPARE(counter.value(u"extra"_s).toList().at(1).toMap().value(u"two"_s).toInt(), 2);
    QCOMPARE(counter.value(u"map"_s).toMap().value(u"list"_s).toList().size(), 1);
    counter.a = 5;
    const View other(&counter);
    QCOMPARE(other.object->property("total").toInt(), 15);
    QCOMPARE(errorOf(other, u"view.counter.assigns.extra = 7"_s), QString());
    QCOMPARE(counter.value<int>(u"extra"_s), 7);
    QCOMPARE(errorOf(other, u"view.counter.a = 13"_s), u"thirteen is refused"_s);
    QCOMPARE(errorOf(other, u"view.counter.update('extra', n => n + 1)"_s), QString());
    QCOMPARE(counter.value<int>(u"extra"_s), 8);
}

void tst_Hosting::handlerMayDestroyTheViewModel_data()
{
    QTest::addColumn<QString>("write");
    QTest::newRow("declared") << u"view.counter.a = 5"_s;
    QTest::newRow("dynamic") << u"view.counter.assigns.extra = 5"_s;
    QTest::newRow("function") << u"view.counter.assign({ a: 5, extra: 5 })"_s;
    QTest::newRow("update") << u"view.counter.update('a', a => 5)"_s;
}

void tst_Hosting::handlerMayDestroyTheViewModel()
{
    QFETCH(const QString, write);
    auto counter = std::make_unique<Counter>();
    counter->assign(u"extra"_s, 1);
    const View view(counter.get(), u"CounterView"_s);
    QCOMPARE(errorOf(view, u"view.counter.assigns.extra"_s), QString());
    connect(counter.get(), &Counter::assigned, this, [&counter] { counter.reset(); });
    QCOMPARE(errorOf(view, write), QString());
    QVERIFY(!counter);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!view.object->property("counter").value<Counter *>());
}

void tst_Hosting::assigns_areThereWithoutAnImport()
{
    Counter counter;
    counter.assign(u"title"_s, u"Tides"_s);
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData("import QtQml; QtObject { property QtObject vm; property string title: vm.assigns.title }", {});
    const std::unique_ptr<QObject> object(
        component.createWithInitialProperties({{u"vm"_s, QVariant::fromValue<QObject *>(&counter)}}));
    QVERIFY2(object, qPrintable(component.errorString()));
    QCOMPARE(object->property("title").toString(), u"Tides"_s);
    counter.assign(u"title"_s, u"Ebb"_s);
    QCOMPARE(object->property("title").toString(), u"Ebb"_s);
}

QTEST_GUILESS_MAIN(tst_Hosting)

#include "tst_hosting.moc"
