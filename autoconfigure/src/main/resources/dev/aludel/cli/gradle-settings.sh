# Where settings.gradle stands, and this project's path from there; empty when it stands alone.
reactor='@REACTOR@'

state=build/aludel
classes=build/classes/@LANGUAGE@/main
resources=build/resources/main

