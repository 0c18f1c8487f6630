// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What was thrown keeps its text and itself: T4.

#include <aside/failure.h>

#include <QException>
#include <QMetaProperty>
#include <QTest>

#include <functional>
#include <thread>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace {

struct Unknown
{
};

struct Silent : std::exception
{
    const char *what() const noexcept override { return ""; }
};

struct Wordless : std::exception
{
};

} // namespace

using Thrower = std::function<void()>;
Q_DECLARE_METATYPE(Thrower)

class TestFailure : public QObject
{
    Q_OBJECT

    static Failure caught(const Thrower &thrower)
    {
        try {
            thrower();
        } catch (...) {
            return Failure::fromCurrentException();
        }
        return {};
    }

private Q_SLOTS:
    void default_saysThatNothingFailed()
    {
        const Failure none;
        QVERIFY(!none);
        QCOMPARE(none.kind(), Failure::Kind::None);
        QVERIFY(none.message().isEmpty());
        QVERIFY(!none.exception());
        QVERIFY(none == Failure());
    }

    void fromCurrentException_alwaysHasAMessage_data()
    {
        QTest::addColumn<Thrower>("thrower");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QString &message, const Thrower &thrower) {
            QTest::newRow(name) << thrower << message;
        };
        row("std::exception", u"disk füll"_s, [] { throw std::runtime_error("disk f\xc3\xbcll"); });
        row("without words", u"(anonymous namespace)::Wordless"_s, [] { throw Wordless(); });
        row("empty words", u"(anonymous namespace)::Silent"_s, [] { throw Silent(); });
        row("QException", u"QException"_s, [] { QException().raise(); });
        row("Error", u"größe"_s, [] { throw Error(u"größe"_s); });
        row("AssignError", u"no ‘k’"_s, [] { throw AssignError(u"k"_s, u"no ‘k’"_s); });
        row("QString", u"text"_s, [] { throw u"text"_s; });
        row("empty QString", u"thrown: an empty QString"_s, [] { throw QString(); });
        row("literal", u"text"_s, [] { throw "text"; });
        row("null literal", u"thrown: an empty char const*"_s, [] { throw static_cast<const char *>(nullptr); });
        row("std::string", u"text"_s, [] { throw std::string("text"); });
        row("int", u"thrown: int 42"_s, [] { throw 42; });
        row("unknown", u"thrown: a (anonymous namespace)::Unknown"_s, [] { throw Unknown(); });
        row("double", u"thrown: a double"_s, [] { throw 1.5; });
    }
    void fromCurrentException_alwaysHasAMessage()
    {
        QFETCH(Thrower, thrower);
        QFETCH(QString, message);
        const Failure failure = caught(thrower);
        QVERIFY(bool(failure));
        QCOMPARE(failure.kind(), Failure::Kind::Exception);
        QCOMPARE(failure.message(), message);
        QVERIFY(failure.exception() != nullptr);
    }

    void exception_isTheOneThatWasThrown()
    {
        const Failure failure = caught([] { throw AssignError(u"k"_s, u"text"_s); });
        try {
            std::rethrow_exception(failure.exception());
        } catch (const AssignError &error) {
            QCOMPARE(error.key(), u"k"_s);
            QCOMPARE(error.message(), u"text"_s);
            return;
        }
        QFAIL("another exception");
    }

    void failure_outlivesItsThread()
    {
        Failure failure;
        std::thread([&] { failure = caught([] { throw 42; }); }).join();
        const Failure copy = failure;
        failure = {};
        QCOMPARE(copy.message(), u"thrown: int 42"_s);
        QVERIFY_EXCEPTION_THROWN(std::rethrow_exception(copy.exception()), int);
    }

    void equality_tellsFailuresApart()
    {
        const Failure one(Failure::Kind::Refused, u"text"_s);
        QVERIFY(one == Failure(Failure::Kind::Refused, u"text"_s));
        QVERIFY(one != Failure(Failure::Kind::Handler, u"text"_s));
        QVERIFY(one != Failure(Failure::Kind::Refused, u"other"_s));
        QVERIFY(caught([] { throw 42; }) != caught([] { throw 42; })); // two events
    }

    void qml_readsKindAndMessage()
    {
        const Failure failure(Failure::Kind::Refused, u"text"_s);
        const QMetaObject &type = Failure::staticMetaObject;
        QCOMPARE(type.property(type.indexOfProperty("message")).readOnGadget(&failure), QVariant(u"text"_s));
        QCOMPARE(type.property(type.indexOfProperty("kind")).readOnGadget(&failure).toInt(), int(Failure::Kind::Refused));
    }
};

QTEST_APPLESS_MAIN(TestFailure)
#include "tst_failure.moc"
