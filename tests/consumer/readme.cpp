// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

#include "logmodel.h"
#include "readmepeople.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTemporaryFile>

#include <memory>

// Shows README's first screen and its views, and exits with 0 if a file's lines and the people arrived.
int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QTemporaryFile file;
    if (!file.open() || file.write("one\ntwo\n") != 8 || !file.flush())
        return 2;
    QQmlEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    QQmlComponent component(&engine, QUrl(u"qrc:/qt/qml/Readme/Log.qml"_s));
    const std::unique_ptr<QObject> view(component.create());
    if (!view) {
        qCritical("%s", qPrintable(component.errorString()));
        return 1;
    }
    auto *const log = view->findChild<LogModel *>();
    if (!log)
        return 3;
    People people;
    QQmlComponent viewsComponent(&engine, QUrl(u"qrc:/qt/qml/Readme/Views.qml"_s));
    const std::unique_ptr<QObject> views(
        viewsComponent.createWithInitialProperties({{u"people"_s, QVariant::fromValue(&people)}}));
    if (!views) {
        qCritical("%s", qPrintable(viewsComponent.errorString()));
        return 1;
    }
    QObject::connect(log, &LogModel::taskFinished, &people, [&] { people.load(); });
    QObject::connect(&people, &People::taskFinished, &application, [&] {
        const bool isRead = log->lines.value() == QStringList{u"one"_s, u"two"_s};
        QCoreApplication::exit(isRead && people.names->value().toStringList().size() == 2 ? 0 : 1);
    });
    log->open(file.fileName());
    return QGuiApplication::exec();
}
