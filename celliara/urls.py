from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("guides.urls")),
    path("check/", include("screening.urls")),
    path("admin/", admin.site.urls),
]
