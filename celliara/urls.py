from django.conf import settings
from django.conf.urls.static import static
from django.contrib import admin
from django.urls import include, path

from screening.views.recall import recall_notice

urlpatterns = [
    path("", include("guides.urls")),
    path("check/", include("screening.urls")),
    # Not below /check/, or the answers would be sent along from every page.
    path("recall/", recall_notice, name="recall"),
    path("admin/", admin.site.urls),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),  # under DEBUG only; granian serves them otherwise
]
