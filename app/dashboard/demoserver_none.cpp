// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "demoserver.h"

#include <QCoreApplication>

#include <stdexcept>

namespace AsideDemo {

class DemoServer::Thread
{
};

bool DemoServer::isAvailable()
{
    return false;
}

DemoServer::DemoServer() = default;
DemoServer::~DemoServer() = default;

QUrl DemoServer::url()
{
    throw std::runtime_error(
        QCoreApplication::translate("AsideDemo::DemoServer", "This demo was built without Qt HTTP Server. Start it with --httpbin URL to send the requests to a site.").toStdString());
}

} // namespace AsideDemo
