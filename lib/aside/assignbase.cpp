// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "assignbase.h"

#include "store_p.h"
#include "viewmodel.h"

namespace Aside::Detail {

AssignBase::AssignBase(ViewModel *viewModel, const QString &key, Notifier notifier, QMetaType type,
                       const QVariant &value)
    : m_viewModel(viewModel)
    , m_key(key)
    , m_notifier(notifier)
    , m_type(type)
    , m_value(value)
{
}

AssignBase::~AssignBase() = default;

QString AssignBase::key() const
{
    return m_key;
}

void AssignBase::declare()
{
    m_viewModel->m_store->declare(*this);
}

void AssignBase::declareComputed(const QStringList &dependencies)
{
    m_viewModel->m_store->declareComputed(*this, dependencies);
}

void AssignBase::checkThread() const
{
    m_viewModel->checkThread("read an assign");
}

void AssignBase::commit(QVariant value)
{
    m_viewModel->assign(m_key, std::move(value));
}

void AssignBase::commit(Update update)
{
    m_viewModel->assign(Assigns{{m_key, std::move(update)}});
}

void AssignBase::commitFromProperty(QVariant value)
{
    m_viewModel->guard([&] { commit(std::move(value)); });
}

QVariant AssignBase::compute() const
{
    return m_value;
}

} // namespace Aside::Detail
