// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
//
// Runs the tst_*.qml of this folder. A warning within a test function fails that function (see
// StrictCase); one outside of them, as at the end of a file or of the program, fails the program.

#include <QQmlEngine>
#include <QtQuickTest>

#include <cstdio>

namespace {

QtMessageHandler s_next = nullptr;
int s_warnings = 0;

void countWarnings(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !QTest::currentTestFunction()) {
        ++s_warnings;
        std::fprintf(stderr, "a warning outside of the test functions: %s\n", qPrintable(message));
    }
    if (s_next)
        s_next(type, context, message);
}

} // namespace

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        engine->addImportPath(QStringLiteral(":/qt/qml"));
        // After the test log has put its own in place, which this calls.
        if (!s_next)
            s_next = qInstallMessageHandler(&countWarnings);
    }
};

int main(int argc, char **argv)
{
    QTEST_SET_MAIN_SOURCE_PATH
    Setup setup;
    const int failures = quick_test_main_with_setup(argc, argv, "qml", QUICK_TEST_SOURCE_DIR, &setup);
    return failures ? failures : s_warnings;
}

#include "tst_qml.moc"
