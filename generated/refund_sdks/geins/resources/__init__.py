# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The resources of Geins, a module each."""
