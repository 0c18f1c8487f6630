// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

#include "counter.h"

#include <QCoreApplication>
#include <QQmlComponent>
#include <QQmlEngine>

#include <memory>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QQmlEngine engine;
    engine.addImportPath(QStringLiteral(":/qt/qml"));
    QQmlComponent component(&engine, QUrl(QStringLiteral("qrc:/qt/qml/Consumer/Main.qml")));

    const std::unique_ptr<QObject> main(component.create());
    if (!main) {
        qCritical("%s", qPrintable(component.errorString()));
        return 1;
    }
    auto *counter = main->property("counter").value<Counter *>();
    QObject::connect(counter, &Counter::taskFinished, &application, [&] {
        const bool right = main->property("text").toString() == QStringLiteral("41, loaded");
        QCoreApplication::exit(right ? 0 : 1);
    });
    counter->load();
    return QCoreApplication::exec();
}
