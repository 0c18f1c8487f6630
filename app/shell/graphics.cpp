// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "graphics.h"

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QQuickWindow>
#include <QSGRendererInterface>

#include <algorithm>

namespace AsideDemo {

namespace {

bool isChosenByEnvironment()
{
    constexpr const char *names[] = {"QT_QUICK_BACKEND", "QMLSCENE_DEVICE", "QSG_RHI_BACKEND"};
    return std::any_of(std::begin(names), std::end(names),
                       [](const char *name) { return qEnvironmentVariableIsSet(name); });
}

/// What OpenGL says of who draws; empty without OpenGL.
QByteArray rendererName()
{
    QOpenGLContext context;
    QOffscreenSurface surface;
    surface.create();
    if (!context.create() || !context.makeCurrent(&surface))
        return {};
    const QByteArray name(reinterpret_cast<const char *>(context.functions()->glGetString(GL_RENDERER)));
    context.doneCurrent();
    return name;
}

} // namespace

void chooseGraphics()
{
#if defined(Q_OS_LINUX)
    if (isChosenByEnvironment())
        return;
    const QByteArray name = rendererName().toLower();
    if (name.isEmpty() || name.contains("llvmpipe") || name.contains("softpipe") || name.contains("swrast"))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
#endif
}

} // namespace AsideDemo
