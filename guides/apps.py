from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.module_loading import autodiscover_modules


class GuidesConfig(AppConfig):
    name = "guides"
    verbose_name = "What we know"

    def ready(self) -> None:
        """Let every app register its checks of documents, and what it attests of them, as the admin does its pages."""
        autodiscover_modules("problems", "attesting")


class EditorsAdminConfig(AdminConfig):
    """Django's admin with our site: named in the settings in place of ``django.contrib.admin``."""

    default_site = "guides.adminsite.EditorsSite"
