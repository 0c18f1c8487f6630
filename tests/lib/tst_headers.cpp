// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The public headers: their examples are code that a test compiles, and checks.

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QDir s_headers(QStringLiteral(ASIDE_SOURCE_DIR "/lib/aside"));

QString read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// The lines of code, without blanks around them. An example that is an expression may end a statement.
QStringList codeOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        QString code = line.trimmed();
        if (code.endsWith(u';'))
            code.chop(1);
        if (!code.isEmpty() && !code.startsWith("//"_L1))
            lines += code;
    }
    return lines;
}

/// Whether all of \a lines are there, in their order; what checks them may stand between.
bool contains(const QStringList &text, const QStringList &lines)
{
    qsizetype found = 0;
    for (qsizetype i = 0; i < text.size() && found < lines.size(); ++i)
        found += text[i] == lines[found];
    return found == lines.size();
}

QStringList publicHeaders()
{
    QStringList headers = s_headers.entryList({u"*.h"_s}, QDir::Files);
    headers.removeIf([](const QString &name) { return name.endsWith("_p.h"_L1); });
    return headers;
}

/// Whether users have no business with it: it says so, or declares nothing outside of namespace Detail.
bool isInternal(const QString &header)
{
    static const QRegularExpression opensNamespace(u"^namespace Aside \\{$\\n\\n"_s, QRegularExpression::MultilineOption);
    return header.contains("Not to be used by itself"_L1) || header.contains("Not to be included by itself"_L1)
        || !header.contains(opensNamespace);
}

} // namespace

class TestHeaders : public QObject
{
    Q_OBJECT

private:
    QList<QStringList> m_tests; // the code of each file

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto *const folder : {"lib", "coroutines", "qml"}) {
            const QDir tests(QStringLiteral(ASIDE_SOURCE_DIR "/tests/") + QLatin1String(folder));
            for (const QString &name : tests.entryList({u"tst_examples*"_s, u"ExamplesPage.qml"_s}, QDir::Files))
                m_tests += codeOf(read(tests.filePath(name)));
        }
        QVERIFY(m_tests.size() >= 7);
    }

    void example_isCompiledByATest_data()
    {
        QTest::addColumn<QStringList>("lines");
        static const QRegularExpression example(u"/// \\\\code\\n(.*?)/// \\\\endcode"_s, QRegularExpression::DotMatchesEverythingOption);
        for (const QString &name : publicHeaders()) {
            const QString header = read(s_headers.filePath(name));
            for (auto matches = example.globalMatch(header); matches.hasNext();) {
                const QRegularExpressionMatch match = matches.next();
                QString code = match.captured(1);
                code.replace(QRegularExpression(u"^ *///"_s, QRegularExpression::MultilineOption), QString());
                const qsizetype line = header.left(match.capturedStart()).count(u'\n') + 1;
                QTest::addRow("%s:%lld", qPrintable(name), static_cast<long long>(line)) << codeOf(code);
            }
        }
    }
    void example_isCompiledByATest()
    {
        QFETCH(const QStringList, lines);
        QVERIFY(!lines.isEmpty());
        for (const QStringList &test : std::as_const(m_tests)) {
            if (contains(test, lines))
                return;
        }
        QFAIL(qPrintable(u"no test has these lines: "_s + lines.join(u'\n')));
    }

    void publicHeader_hasAnExample_data()
    {
        QTest::addColumn<QString>("header");
        for (const QString &name : publicHeaders()) {
            const QString header = read(s_headers.filePath(name));
            if (!isInternal(header))
                QTest::newRow(qPrintable(name)) << header;
        }
    }
    void publicHeader_hasAnExample()
    {
        QFETCH(const QString, header);
        QVERIFY(header.contains("\\code"_L1));
    }
};

QTEST_APPLESS_MAIN(TestHeaders)
#include "tst_headers.moc"
