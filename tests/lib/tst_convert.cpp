// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// What a typed place can hold, and what counts as the same.

#include <aside/convert.h>

#include <QDateTime>
#include <QPoint>
#include <QTest>
#include <QUrl>

#include <cmath>
#include <limits>

using namespace Aside::Detail;
using namespace Qt::StringLiterals;

namespace Kinds {
Q_NAMESPACE
enum class Small : quint8 { Zero, One };
Q_ENUM_NS(Small)
enum class Signed { Below = -1, Zero };
Q_ENUM_NS(Signed)
} // namespace Kinds

class TestConvert : public QObject
{
    Q_OBJECT

    template<typename T>
    static void row(const char *name, const QVariant &value, const QVariant &expected)
    {
        QTest::newRow(name) << QMetaType::fromType<T>() << value << expected;
    }

private Q_SLOTS:
    void convertTo_losesNothing_data()
    {
        QTest::addColumn<QMetaType>("type");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QVariant>("expected"); // invalid: refused
        const QVariant refused;
        using Limits64 = std::numeric_limits<qint64>;
        const double huge = std::ldexp(1.0, 63);

        row<int>("int", 5, 5);
        row<int>("whole double", 5.0, 5);
        row<int>("negative double", -5.0, -5);
        row<int>("fraction", 5.5, refused);
        row<int>("NaN", std::nan(""), refused);
        row<int>("infinity", std::numeric_limits<double>::infinity(), refused);
        row<int>("largest", qint64(2147483647), 2147483647);
        row<int>("one more", qint64(2147483648), refused);
        row<int>("smallest", qint64(-2147483647 - 1), -2147483647 - 1);
        row<int>("one less", qint64(-2147483649), refused);
        row<int>("unsigned", 4000000000U, refused);
        row<uint>("negative for unsigned", -1, refused);
        row<uint>("largest unsigned", qint64(4294967295), 4294967295U);
        row<uint>("minus zero", -0.0, 0U);
        row<qint64>("2^63", huge, refused);
        row<qint64>("-2^63", -huge, Limits64::min());
        row<quint64>("2^63 unsigned", huge, quint64(1) << 63);
        row<quint64>("2^64", 2 * huge, refused);
        row<qint64>("unsigned that fits", quint64(7), qint64(7));
        row<qint64>("unsigned past it", quint64(1) << 63, refused);
        row<short>("short", 40000, refused);
        row<double>("int", 5, 5.0);
        row<double>("2^53", qint64(1) << 53, std::ldexp(1.0, 53));
        row<double>("2^53 + 1", (qint64(1) << 53) + 1, refused);
        row<double>("-2^53 - 1", -(qint64(1) << 53) - 1, refused);
        row<double>("quint64 2^53 + 1", (quint64(1) << 53) + 1, refused);
        row<float>("2^24 + 1", (1 << 24) + 1, refused);
        row<float>("2^24", 1 << 24, float(1 << 24));
        row<float>("double, rounded", 0.1, 0.1F);
        row<float>("double past its range", 1e300, refused);
        row<int>("bool", true, refused);
        row<bool>("int", 1, refused);
        row<bool>("text", u"true"_s, refused);
        row<bool>("bool", true, true);
        row<int>("text", u"5"_s, refused);
        row<int>("bytes", QByteArray("5"), refused);
        row<int>("character", QChar(u'5'), refused);
        row<QString>("number", 5, refused);
        row<QString>("double", 5.5, refused);
        row<QString>("bool", true, refused);
        row<QChar>("number", 53, refused);
        row<QString>("bytes", QByteArray("caf\xc3\xa9"), u"café"_s);
        row<QString>("bytes that are no text", QByteArray("\xff"), refused);
        row<QByteArray>("text", u"café"_s, QByteArray("caf\xc3\xa9"));
        row<QUrl>("text", u"file:///a b"_s, QUrl(u"file:///a b"_s));
        row<QString>("URL", QUrl(u"file:///a"_s), u"file:///a"_s);
        row<QDate>("text", u"2026-02-28"_s, QDate(2026, 2, 28));
        row<QDate>("text that is no date", u"2026-02-30"_s, refused);
        row<QDate>("a time that would be lost", QDateTime(QDate(2026, 2, 28), QTime(1, 0)), refused);
        row<QPoint>("fractions that would be lost", QPointF(1.5, 2), refused);
        row<QPoint>("whole", QPointF(1, 2), QPoint(1, 2));
        row<QStringList>("texts", QVariantList{u"a"_s, u"b"_s}, QStringList{u"a"_s, u"b"_s});
        row<QStringList>("numbers", QVariantList{1, 2}, refused);
        row<QStringList>("maps", QVariantList{QVariantMap()}, refused);
        row<QVariantList>("texts too", QStringList{u"a"_s}, QVariantList{u"a"_s});
        row<QVariantHash>("map", QVariantMap{{u"k"_s, 1}}, QVariantHash{{u"k"_s, 1}});
        row<QString>("list", QVariantList{u"a"_s}, refused);
        row<Kinds::Small>("number", 1, QVariant::fromValue(Kinds::Small::One));
        row<Kinds::Small>("number past its range", 256, refused);
        row<Kinds::Small>("negative", -1, refused);
        row<Kinds::Signed>("negative", -1, QVariant::fromValue(Kinds::Signed::Below));
        row<Kinds::Small>("whole double", 1.0, QVariant::fromValue(Kinds::Small::One));
        row<Kinds::Small>("name", u"One"_s, refused);
        row<int>("enum", QVariant::fromValue(Kinds::Signed::Below), -1);
        row<uint>("negative enum", QVariant::fromValue(Kinds::Signed::Below), refused);
        row<QString>("enum", QVariant::fromValue(Kinds::Signed::Below), refused);
        row<QObject *>("null", QVariant::fromValue(nullptr), QVariant::fromValue<QObject *>(nullptr));
        row<int>("null for a number", QVariant::fromValue(nullptr), refused);
        row<QString>("nothing", QVariant(), refused);
    }
    void convertTo_losesNothing()
    {
        QFETCH(QMetaType, type);
        QFETCH(QVariant, value);
        QFETCH(QVariant, expected);
        QVariant converted = value;
        QCOMPARE(convertTo(type, converted), expected.isValid());
        QCOMPARE(converted.metaType(), expected.isValid() ? type : value.metaType());
        const QVariant &wanted = expected.isValid() ? expected : value;
        QVERIFY(sameValue(converted, wanted) || converted == wanted);
    }

    void convertTo_castsPointersDownAndUp()
    {
        QVariant object = QVariant::fromValue(static_cast<QObject *>(this));
        QVERIFY(convertTo(QMetaType::fromType<TestConvert *>(), object));
        QCOMPARE(object.value<TestConvert *>(), this);
        QVERIFY(convertTo(QMetaType::fromType<QObject *>(), object));
        QVariant none = QVariant::fromValue<TestConvert *>(nullptr);
        QVERIFY(convertTo(QMetaType::fromType<QObject *>(), none));
        QObject other;
        QVariant wrong = QVariant::fromValue(&other);
        QVERIFY(!convertTo(QMetaType::fromType<TestConvert *>(), wrong));
        QCOMPARE(wrong.value<QObject *>(), &other);
    }

    void held_givesAVariantAsItIs()
    {
        QCOMPARE(held<QVariant>(u"k"_s, 5), QVariant(5));
        QVERIFY(!held<QVariant>(u"k"_s, QVariant()).isValid());
        QCOMPARE(held<double>(u"k"_s, 5), 5.0);
    }

    void sameValue_knowsNoText()
    {
        QVERIFY(!sameValue(5, u"5"_s));
        QVERIFY(!sameValue(QVariantList{5}, QVariantList{u"5"_s}));
        QVERIFY(!sameValue(QVariant(), QString()));
        QVERIFY(sameValue(QVariant(), QVariant()));
        QVERIFY(sameValue(5, 5.0));
        QVERIFY(!sameValue(0.1F, 0.1));
    }
};

QTEST_APPLESS_MAIN(TestConvert)
#include "tst_convert.moc"
